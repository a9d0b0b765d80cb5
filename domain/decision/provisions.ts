import type { Outcome } from './outcome.ts';

/** The statutes that decisions rest on, by their numbers in the Statute Book of Finland. */
export type Statute = '688/2001' | '893/2019' | '434/2003' | '423/2003';

/** Sections of one statute that were applied. */
export interface Provision {
  readonly statute: Statute;
  readonly sections: readonly string[];
}

/**
 * The provisions a decision of each kind applies (Administrative Procedure Act § 45): the State Grants Act on the
 * grounds and terms of grants and on rectification, the decree of the call, the Administrative Procedure Act on the
 * decision itself, and the Language Act on its language.
 */
export function provisionsFor(outcome: Outcome): readonly Provision[] {
  // Whoever sends a document answers for its arriving in time; it has arrived when the authority has it.
  const arrival = outcome === 'dismissed' ? ['17', '18', '20', '22'] : [];
  return [
    ...applied[outcome],
    { statute: '434/2003', sections: [...arrival, ...procedure] },
    { statute: '423/2003', sections: ['12', '19', '27'] },
  ];
}

/** Form, content, reasons, instructions, rectification and notice of a decision. */
const procedure = ['43', '44', '45', '46', '47', '49 b', '49 c', '49 d', '54'];

const granted: readonly Provision[] = [
  {
    statute: '688/2001',
    sections: [
      '5',
      '6',
      '7',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '19',
      '20',
      '21',
      '22',
      '24',
      '34',
      '35',
    ],
  },
  { statute: '893/2019', sections: ['2', '3', '4', '5', '7', '8', '9'] },
];

const applied: Readonly<Record<Outcome, readonly Provision[]>> = {
  grantedInFull: granted,
  grantedInPart: granted,
  refused: [
    { statute: '688/2001', sections: ['5', '7', '11', '34'] },
    { statute: '893/2019', sections: ['2', '3', '4', '5', '6', '8'] },
  ],
  dismissed: [
    { statute: '688/2001', sections: ['9', '34'] },
    { statute: '893/2019', sections: ['3', '6'] },
  ],
};
