import type { Text } from './text.da.ts'

export const en: Text = {
  title: 'Code lists',
  lead: 'What is written now uses the version in force today. What was written before keeps its own.',
  version: 'Version',
  from: 'In force from',
  codes: 'Codes',
  state: 'State',
  builtIn: 'FFB, came with the product',
  states: { 'in-force': 'in force', coming: 'coming', former: 'former' },
  see: (version) => `See the codes of ${version}`,
  none: 'The version has no codes to choose among.',
  lists: {
    'target-group': 'Target groups',
    activity: 'Activity and participation',
    function: 'Functions and conditions',
    surroundings: 'Surroundings',
    theme: 'Themes',
    level: 'Level of functioning',
    'support-need': 'Need of support',
    intervention: 'Interventions',
    'offer-type': 'Types of offer',
    direction: 'Types of goal',
    'follow-up-result': 'Result of the follow-up',
  },
}
