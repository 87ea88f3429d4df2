import styles from './Curtain.module.css'

/** At once, while the curtain itself is on its way. */
export const Veil = () => <div className={styles.curtain} />
