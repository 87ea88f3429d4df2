/** Those who see how ready a unit is. Everybody else has what happened, and the pulse. */
const keepers = ['coordinator', 'steering', 'unit-contact', 'unit-leader', 'super-user']

export const isKeeper = (roles: readonly string[]): boolean => keepers.some((role) => roles.includes(role))
