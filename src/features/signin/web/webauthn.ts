import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

type Json = Record<string, unknown>

/** What the device said to the question; the browser asks for finger, face or code by itself. */
export const answerQuestion = async (question: Json): Promise<Json> =>
  (await startAuthentication({ optionsJSON: question as never })) as unknown as Json

export const makeKey = async (question: Json): Promise<Json> =>
  (await startRegistration({ optionsJSON: question as never })) as unknown as Json
