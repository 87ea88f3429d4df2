/** Ends the command with what `work` answers, or with 2 and the sentence of what stopped it. */
export const endWith = (work: Promise<number>): Promise<never> =>
  work.then(
    (code) => process.exit(code),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(2)
    },
  )
