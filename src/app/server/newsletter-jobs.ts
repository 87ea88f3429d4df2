import nodemailer from 'nodemailer'
import { type SendMail, sendWaitingMail } from '#features/newsletter/server/index.ts'
import type { Config } from '#kernel/server/config.ts'
import type { Job } from '#kernel/server/jobs.ts'
import type { Opened } from './open-house.ts'

/** Longer than a mail server should need to take a letter. */
const PATIENCE_MS = 30_000
const isHere = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '[::1]'

/** Over TLS, or to a mail server on this machine. The mail's own id stays the same however often it is tried. */
export function mailing({ RT_SMTP_URL, RT_MAIL_FROM }: Pick<Config, 'RT_SMTP_URL' | 'RT_MAIL_FROM'>): SendMail {
  const { hostname } = new URL(RT_SMTP_URL!)
  const domain = RT_MAIL_FROM!.split('@').at(-1)!.replace('>', '')
  const transport = nodemailer.createTransport({
    url: RT_SMTP_URL!,
    requireTLS: RT_SMTP_URL!.startsWith('smtp:') && !isHere(hostname),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  return async ({ id, to, subject, text, html }) => {
    const headers = { 'auto-submitted': 'auto-generated' }
    await transport.sendMail({ from: RT_MAIL_FROM!, to, subject, text, html, headers, messageId: `<${id}@${domain}>` })
  }
}

/** Sends what waits in every outbox. Where nobody has named a mail server, everything waits. */
export function newsletterJobs({ tenants, clock, config }: Pick<Opened, 'tenants' | 'clock' | 'config'>): Job[] {
  if (!config.RT_SMTP_URL || !config.RT_MAIL_FROM) return []
  const send = mailing(config)
  return [
    {
      name: 'newsletter-send',
      cron: '*/5 * * * *',
      run: async () => {
        for (const tenant of tenants.all) await sendWaitingMail({ pool: tenants.pool(tenant), clock }, send)
      },
    },
  ]
}
