import type { LetterWords } from './words-needed.ts';

export const english: LetterWords = {
  decision: 'Decision',
  draft: 'Draft for whoever decides. This is not a decision.',
  translation: {
    sv: 'Courtesy translation. The decision was given in Swedish, and the Swedish text is the one that applies.',
    fi: 'Courtesy translation. The decision was given in Finnish, and the Finnish text is the one that applies.',
  },
  caseNumber: 'Case number',
  date: 'Date',
  businessId: 'Business ID',

  matter: 'The matter',
  matterIs: 'Matter',
  matterText: 'Application for a state grant',
  call: 'Call',
  project: 'Project',
  applicant: 'Applicant',
  administrator: 'Applicant and project administrator',
  partners: 'Participating municipalities',
  arrived: 'The application arrived',
  arrivedAs: (when, version) => `${when} (the decision is on version ${version})`,

  statement: {
    grantedInFull: ({ authority, applicant, awarded }) =>
      `The ${authority} grants ${applicant} a state grant of at most ${awarded}.`,
    grantedInPart: ({ authority, applicant, awarded }) =>
      `The ${authority} grants ${applicant} a state grant of at most ${awarded}. The rest of the application is refused.`,
    refused: ({ authority }) => `The ${authority} refuses the application.`,
    dismissed: ({ authority }) => `The ${authority} dismisses the application without examining it.`,
  },
  share: ({ percent, eligible }) =>
    `The grant may cover at most ${percent} per cent of the eligible costs of the project without value added tax, which are estimated at ${eligible}. The grant cannot exceed this share of the actual eligible costs.`,
  sums: 'How the grant was calculated',
  sumHeader: ['Item', 'Sum'],
  totalCosts: 'Costs according to the application',
  vat: 'Value added tax counted in',
  ineligible: 'Costs that are not eligible',
  eligibleCosts: 'Eligible costs',
  maximum: (percent) => `Maximum grant, ${percent} per cent`,
  requested: 'Sum applied for',
  granted: 'Sum granted',

  terms: 'Terms and use',
  purpose: 'Purpose',
  purposeText: (project) =>
    `The grant is a project grant. It may be used only for the project “${project}” as the application describes it (State Grants Act, sections 5 and 13).`,
  eligibleHeading: 'Eligible costs',
  eligibleText: (kinds) =>
    `Costs of the project of the following kinds are eligible: ${kinds} (Decree 893/2019, section 5).`,
  costRules: [
    'Tangible investments and purchases of equipment are not eligible.',
    'Software licences and other intangible assets are accepted only as far as the project cannot do without them.',
    'Costs are counted without value added tax (Decree 893/2019, section 4).',
    'Internal charges are accepted only at the actual costs in the accounts.',
    'Income from the project and other public support for the same costs must be reported. The grant and other public support together may not exceed the statutory maximum (State Grants Act, section 6).',
  ],
  periodHeading: 'Period of use',
  period: (starts, ends, latest) =>
    `According to the application the project is carried out ${starts}–${ends}. The grant may be used for costs that arise on ${latest} at the latest.`,
  paymentHeading: 'Payment',
  payment:
    'The grant is paid in one or several instalments as costs arise. The recipient must give correct and sufficient data for the payment (State Grants Act, section 12).',
  reportHeading: 'Report',
  report: (due) =>
    `By ${due} the project administrator must report the results and effects of the project, how working methods changed, how others can use the results, how the project was carried out, and its costs. An auditor’s statement must be attached (Decree 893/2019, section 9).`,
  conditions: 'Other conditions',
  partnership:
    'The project administrator must make an agreement with the participating municipalities on the use of the grant, its supervision and their terms (Decree 893/2019, section 3; State Grants Act, section 7).',
  standingTerms: [
    'The grant may be used only for the purpose it was given for (State Grants Act, section 13).',
    'Changes that affect the use must be reported without delay (State Grants Act, section 14).',
    'The granting authority may audit the use of the grant, also at those who carry the project out with the recipient (State Grants Act, sections 15–17).',
    'Payment can be suspended and the grant recovered in the cases the act lays down (State Grants Act, sections 19, 21 and 22).',
    'A grant that was received in error, in excess or clearly without grounds, or that cannot be used as decided, must be repaid without delay (State Grants Act, section 20). Interest is charged on what is repaid or recovered (section 24).',
  ],

  reasons: 'Reasons',
  allMet: 'The application fulfils the requirements of the call and of the decree.',
  notMet: 'The application does not fulfil the following requirements, or fulfils them only in part:',
  judged: (reason) => `Assessment: ${reason}`,
  requirements: 'The requirements of the call and of the statutes',
  requirementsCaption: 'Requirements examined',
  requirementHeader: ['Requirement', 'Fulfilled', 'Basis'],
  verdicts: { yes: 'Yes', no: 'No', partly: 'In part' },
  evaluation: 'Evaluation',
  evaluated: (evaluators) =>
    `${evaluators === 2 ? 'Two' : evaluators} evaluators have scored the application independently of each other by the criteria published with the call. The points are the mean of theirs.`,
  scores: 'Points for each criterion',
  scoreHeader: ['Criterion', 'Score (mean)', 'Points'],
  points: 'Points',
  justified: 'What the evaluators said:',
  allocation: 'How the appropriation was shared out',
  ranked: (rank, of, appropriation) =>
    `The application came ${rank}. of the ${of} that were scored. There was ${appropriation} to share out.`,

  provisions: 'Provisions applied',
  signatories: 'Decided by',
  signed: (decisionMaker, presenter) =>
    `Decided by ${decisionMaker}, presented by ${presenter}. The decision was approved electronically.`,
  moreInformation: 'More information',
  informed: 'Copies',
  verification: 'How to verify this letter',
  verificationText:
    'Anyone can verify that this is the authority’s decision, that it is unchanged and that it is still in force.',
  letterNumber: 'Number',
  digest: 'Digest of the decision (SHA-256)',
  verificationAddress: 'Address',

  rectification: 'Appendix: How to ask for rectification',
  rectificationText: (authority, address) => [
    `Whoever is not content with the decision may ask the ${authority} for rectification (State Grants Act, section 34). No appeal to a court can be made against the decision (Administrative Procedure Act, section 49 b). The decision must be followed although rectification is asked for, unless the authority orders otherwise (State Grants Act, section 35).`,
    [
      'Time',
      'Rectification must be asked for within 30 days of notice of the decision. The day of notice is not counted. Where the last day is a public holiday, Independence Day, May Day, Christmas Eve, Midsummer Eve or a Saturday, the request may be made on the first working day after it. A request that comes late is not examined.',
    ],
    [
      'Notice',
      'An authority is deemed to have had notice on the day the decision arrived. Anyone else is deemed to have had notice of a decision sent electronically on the third day after it was sent, and of one sent by letter on the seventh day, unless otherwise shown.',
    ],
    [
      'Contents',
      'The request must be in writing. It must tell which decision is meant, what rectification is asked for and on what grounds, and the name and contact details of whoever asks and of any representative. The decision and the documents relied on are attached. A request sent electronically need not be signed if it shows who sent it.',
    ],
    [
      'Address',
      `The request is sent to the ${authority}, ${address}. The sender answers for its arriving in time. It must be there before the end of office hours at 16.15 on the last day.`,
    ],
    'Rectification is free of charge.',
  ],
  page: ['Page', 'of'],
};
