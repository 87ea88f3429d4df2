/** Those who have messages in the main menu. For all others they stand on their shift and in their own menu. */
const carriers = ['unit-contact', 'super-user', 'unit-leader']

export const isCarrier = (roles: readonly string[]): boolean => carriers.some((role) => roles.includes(role))
