/** How the use of a month compares with the year's mean, January first. */
export const northernGas = [1.9, 1.75, 1.3, 0.95, 0.7, 0.55, 0.5, 0.5, 0.6, 0.8, 1.15, 1.6] as const
export const southernGas = [0.45, 0.45, 0.55, 0.8, 1.2, 1.7, 1.95, 1.75, 1.3, 0.9, 0.6, 0.5] as const
export const northernWater = [0.8, 0.85, 1, 1.2, 1.35, 1.25, 1.05, 1, 0.95, 0.9, 0.85, 0.8] as const
