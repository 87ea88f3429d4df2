import { Disclosure, Table } from '#kernel/ui/index.ts'
import { text } from '../text.ts'

/** What the keys do, for those who ask. */
export const Keys = () => (
  <Disclosure title={text.keys}>
    <Table
      caption={text.keys}
      rows={text.keyRows}
      rowKey={([key]) => key}
      columns={[
        { head: text.key, cell: ([key]) => key },
        { head: text.does, cell: ([, does]) => does },
      ]}
    />
  </Disclosure>
)
