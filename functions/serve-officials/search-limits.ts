/** How far a search may go while a person waits: some seconds. What it does not prove it says with its gap. */
export const searchLimits = { work: 30_000, explanation: 15_000 };
