import type { Text } from './text.da.ts'

export const en: Text = {
  title: 'Status report',
  states: { draft: 'draft', submitted: 'with the leader', approved: 'approved', sent: 'sent', dropped: 'dropped' },
  hows: {
    read: 'has read it',
    'read-aloud': 'has had it read aloud',
    declined: 'did not want to read it',
    'not-possible': 'could not read it',
  },
  agreements: { yes: 'agrees', partly: 'agrees in part', no: 'does not agree' },
  sendings: {
    'digital-post': 'Digital Post',
    message: 'message to their system',
    'by-hand': 'by hand',
    letter: 'letter',
  },
  kinds: { note: 'Note', evaluation: 'Evaluation', goal: 'Goal', answer: 'Form', worker: 'Own view' },
}
