import styles from './Sentences.module.css'

/** What is set up, sentence by sentence, numbered so that one can be talked about. */
export const Sentences = ({ sentences }: { sentences: readonly string[] }) => (
  <ol className={styles.sentences}>
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ol>
)
