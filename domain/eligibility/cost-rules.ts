import { assessCosts } from '../application/costs.ts';
import { sumCents } from '../money.ts';
import type { Rule } from './rule.ts';

/** The grant asked for, the own money, the partners' shares and other public support make up all the costs. */
export const financingAddsUp: Rule = {
  id: 'financing-adds-up',
  version: 1,
  consequence: 'refuse',
  examine: ({ application: { financing, participants, costs } }) => {
    const financedCents = sumCents([
      financing.requestedCents,
      financing.ownCents,
      financing.otherPublicCents,
      ...participants.map(({ shareCents }) => shareCents),
    ]);
    const totalCents = sumCents(costs.map(({ cents }) => cents));
    return {
      outcome: financedCents === totalCents ? 'met' : 'missing',
      sentence: {
        text: 'Av ansökan ska framgå […] projektets totala finansiering, en uppskattning av deltagarnas finansieringsandelar samt de totala kostnaderna exklusive mervärdesskatt […].',
        source: '893/2019 § 6, 5 p.',
      },
      evidence: { financedCents, totalCents },
    };
  },
};

/** Costs of kinds that are not eligible, for instance equipment, fall away. */
export const costsEligible: Rule = {
  id: 'costs-eligible',
  version: 1,
  consequence: 'reduce',
  examine: ({ call, application }) => {
    const { ineligible, ineligibleCents } = assessCosts(application, call.costs);
    return {
      outcome: ineligible.length === 0 ? 'met' : 'notMet',
      sentence: {
        text: 'Kostnader som orsakas av materiella investeringar eller anskaffning av utrustning är inte godtagbara kostnader.',
        source: '893/2019 § 5',
      },
      evidence: { ineligibleCents, items: ineligible.map(({ description }) => description) },
    };
  },
};

/** Licences and other costs that the call accepts only as far as they are necessary: a person judges each kind. */
export const costsNecessary: Rule = {
  id: 'costs-necessary',
  version: 1,
  consequence: 'reduce',
  examine: ({ call, application: { costs } }) =>
    call.costs.onlyIfNecessary.map((category) => {
      const items = costs.filter((item) => item.category === category);
      return {
        subject: category,
        outcome: items.length === 0 ? 'met' : 'judgement',
        sentence: {
          text: 'Kostnader som orsakas av programvarulicenser och andra immateriella investeringar är dock godtagbara endast till den del som de är nödvändiga för genomförandet av utvecklingsprojektet.',
          source: '893/2019 § 5',
        },
        evidence: {
          cents: sumCents(items.map(({ cents, vatCents }) => cents - vatCents)),
          items: items.map(({ description }) => description),
        },
      };
    }),
};

/** What the applicant's own units charge rests on their actual costs: a person looks at how it was counted. */
export const internalChargesActual: Rule = {
  id: 'internal-charges-actual',
  version: 1,
  consequence: 'reduce',
  examine: ({ application: { costs } }) => {
    const items = costs.filter(({ internal }) => internal);
    return {
      outcome: items.length === 0 ? 'met' : 'judgement',
      sentence: {
        text: 'De kostnader som kommunens eller samkommunens egna verksamhetsenheter tar ut ska basera sig på de faktiska kostnaderna i bokföringen.',
        source: '893/2019 § 5',
      },
      evidence: {
        cents: sumCents(items.map(({ cents, vatCents }) => cents - vatCents)),
        items: items.map(({ description }) => description),
      },
    };
  },
};

/** Value added tax is no cost when the maximum is calculated. */
export const vatLeftOut: Rule = {
  id: 'vat-left-out',
  version: 1,
  consequence: 'reduce',
  examine: ({ call, application }) => {
    const { vatCents } = assessCosts(application, call.costs);
    return {
      outcome: vatCents === 0 ? 'met' : 'notMet',
      sentence: {
        text: 'När maximibeloppet beräknas godkänns mervärdesskattens andel av kostnaderna inte som kostnader.',
        source: '893/2019 § 4',
      },
      evidence: { vatCents },
    };
  },
};

/** The sum asked for is at most the call's share of the eligible costs without value added tax. */
export const shareWithinMaximum: Rule = {
  id: 'share-within-maximum',
  version: 1,
  consequence: 'reduce',
  examine: ({ call, application }) => {
    const { requestedCents, maximumCents, eligibleCents } = assessCosts(application, call.costs);
    return {
      outcome: requestedCents <= maximumCents ? 'met' : 'notMet',
      sentence: call.costs.sentence,
      evidence: { requestedCents, maximumCents, eligibleCents, percent: call.costs.maximumSharePercent },
    };
  },
};
