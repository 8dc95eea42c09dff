import { expect as ofPlaywright } from '@playwright/test'

/** Waits as long for a condition where no runner has set the time: the walks serve pictures and measurements too. */
export const expect = ofPlaywright.configure({ timeout: 120_000 })
