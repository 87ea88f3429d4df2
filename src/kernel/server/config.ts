import { z } from 'zod'

/** Everything the environment may say. `.env.example` lists the same; a test holds them together. */
export const Config = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port of the web server.'),
  HOST: z.string().default('127.0.0.1').describe('Address the web server listens on; 0.0.0.0 for every address.'),
  DATA_DIR: z
    .string()
    .default('.data')
    .describe('Folder of the embedded database and of the secret. As root /var/lib/roed-traad.'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe(
      'A PostgreSQL (15 or newer) to use instead of the embedded one; its user owns the database and may create roles.',
    ),
  RT_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'Secret from which passwords of database roles and keys of drafts are derived. Made and kept in DATA_DIR when absent.',
    ),
  RT_SEED: z
    .enum(['demo', 'none'])
    .optional()
    .describe(
      'demo fills an empty database with the demo municipality. Default: demo for the embedded database, none with DATABASE_URL.',
    ),
  RT_NAMED_STATEMENTS: z
    .stringbool()
    .default(true)
    .describe('false behind a connection pooler that does not carry prepared statements.'),
  RT_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(10)
    .describe('Connections to the database for each tenant.'),
  RT_TRUST_PROXY: z
    .stringbool()
    .default(false)
    .describe('true behind a reverse proxy that sets X-Forwarded-For and X-Forwarded-Proto.'),
  RT_CLAMD: z
    .string()
    .regex(/^[^\s/]+:\d+$/)
    .optional()
    .describe('host:port of a ClamAV daemon that examines every file sent in. Without it nothing is examined.'),
  RT_AUDIT_HEADS_DIR: z
    .string()
    .optional()
    .describe(
      'Folder to which the heads of the log are written every ten minutes. Have it copied to where nobody who runs the database can write.',
    ),
  RT_SSO_HOSTS: z
    .string()
    .default('')
    .transform((said) =>
      said
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    )
    .describe(
      'Hosts (with port) of identity providers that may be called over plain http or inside the house, comma between. Others only over https and by name.',
    ),
  RT_GATEWAY_URL: z
    .url()
    .regex(/^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/)
    .optional()
    .describe(
      'Address that delivery reports are sent to: https, or this machine itself. Without it they wait in the outbox.',
    ),
  RT_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/)
    .optional()
    .describe(
      'Mail server of the newsletter: smtp://user:password@host:port (with STARTTLS) or smtps://. Without it letters wait in the outbox.',
    ),
  RT_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^@\s<>]+@[^@\s<>]+>?$/)
    .optional()
    .describe('Whom the newsletter comes from: "Rød Tråd <nyt@kommune.example>". Needed together with RT_SMTP_URL.'),
  RT_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged. Logs hold no personal data at any level.'),
})
export type Config = z.infer<typeof Config>

/** @throws ZodError naming the variable that cannot be used. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const config = Config.parse(said)
  const root = process.getuid?.() === 0
  return said.DATA_DIR || !root ? config : { ...config, DATA_DIR: '/var/lib/roed-traad' }
}
