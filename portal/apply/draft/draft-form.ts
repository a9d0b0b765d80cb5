import type { DraftDocument } from '../../../domain/draft/draft.ts';
import type { Cents } from '../../../domain/money.ts';
import { formatDate } from '../../../texts/format.ts';
import { eurosInField, parseEuros } from '../../form/euros.ts';

/** A draft as the fields hold it: sums and dates as people write them. Names and places are the document's own. */
export interface DraftForm {
  language: string;
  applicant: { kind: string; name: string; municipality: string; email: string };
  contact: { name: string; email: string; phone: string };
  project: { title: string; summary: string; themes: string[]; starts: string; ends: string };
  parts: Record<string, string>;
  participants: ParticipantRow[];
  costs: CostRow[];
  financing: { requestedCents: string; ownCents: string; otherPublicCents: string };
}

export interface ParticipantRow {
  row: string;
  municipality: string;
  email: string;
  shareCents: string;
  represented: boolean;
}

export interface CostRow {
  row: string;
  category: string;
  description: string;
  cents: string;
  vatCents: string;
  internal: boolean;
}

export function formOf(document: DraftDocument): DraftForm {
  const { applicant = {}, contact = {}, project = {}, financing = {} } = document;
  return {
    language: document.language ?? '',
    applicant: {
      kind: applicant.kind ?? '',
      name: applicant.name ?? '',
      municipality: applicant.municipality ?? '',
      email: applicant.email ?? '',
    },
    contact: { name: contact.name ?? '', email: contact.email ?? '', phone: contact.phone ?? '' },
    project: {
      title: project.title ?? '',
      summary: project.summary ?? '',
      themes: [...(project.themes ?? [])],
      starts: dateInField(project.starts),
      ends: dateInField(project.ends),
    },
    parts: { ...document.parts },
    participants: (document.participants ?? []).map(
      ({ row, municipality, email, shareCents, represented }) => ({
        row: row ?? newRow(),
        municipality: municipality ?? '',
        email: email ?? '',
        shareCents: eurosInField(shareCents),
        represented: represented ?? false,
      }),
    ),
    costs: (document.costs ?? []).map(({ row, category, description, cents, vatCents, internal }) => ({
      row: row ?? newRow(),
      category: category ?? '',
      description: description ?? '',
      cents: eurosInField(cents),
      vatCents: eurosInField(vatCents),
      internal: internal ?? false,
    })),
    financing: {
      requestedCents: eurosInField(financing.requestedCents),
      ownCents: eurosInField(financing.ownCents),
      otherPublicCents: eurosInField(financing.otherPublicCents),
    },
  };
}

/** What is saved: what makes sense as it is meant, everything else as it was typed. */
export function documentOf(form: DraftForm): DraftDocument {
  const { language, applicant, contact, project, participants, costs, financing } = form;
  return {
    ...(language === 'sv' || language === 'fi' ? { language } : {}),
    applicant,
    contact,
    project: { ...project, starts: dateOf(project.starts), ends: dateOf(project.ends) },
    parts: form.parts,
    participants: participants.map(({ represented, ...participant }) => ({
      ...participant,
      shareCents: centsOf(participant.shareCents),
      ...(represented ? { represented } : {}),
    })),
    costs: costs.map(({ internal, ...cost }) => ({
      ...cost,
      cents: centsOf(cost.cents),
      vatCents: centsOf(cost.vatCents || '0'),
      ...(internal ? { internal } : {}),
    })),
    financing: {
      requestedCents: centsOf(financing.requestedCents),
      ownCents: centsOf(financing.ownCents || '0'),
      otherPublicCents: centsOf(financing.otherPublicCents || '0'),
    },
  };
}

/** Tells a new row apart from those that others add at the same time. */
export function newRow(): string {
  return crypto.randomUUID();
}

/** `1.9.2022` as the date it is, or as it was typed. */
export function dateOf(typed: string): string {
  const [, day = '', month = '', year] = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(typed) ?? [];
  if (!year) return typed;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : typed;
}

export function isDate(typed: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(dateOf(typed));
}

function dateInField(value: string | undefined): string {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : (value ?? '');
}

function centsOf(typed: string): Cents | string {
  return parseEuros(typed) ?? typed;
}
