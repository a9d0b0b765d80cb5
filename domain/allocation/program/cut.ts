/** A row that every solution keeps, though the relaxation's need not: Σ coefficient · x ≤ upper. */
export interface Cut {
  readonly terms: readonly { readonly column: number; readonly coefficient: number }[];
  readonly upper: number;
}
