import { applyTexts } from '../../texts/portal/apply.ts';
import type { ApplicantStage } from '../api/applicant.ts';
import { Badge, type Tone } from '../frame/badge.tsx';
import { useTexts } from '../language/language.tsx';

const tones: Readonly<Record<ApplicantStage, Tone>> = {
  draft: 'neutral',
  opened: 'active',
  completing: 'warning',
  'in-preparation': 'active',
  withdrawn: 'neutral',
  decided: 'good',
};

/** How far an application has come, as its applicant is told. */
export function StageOfApplication({ stage }: { stage: ApplicantStage }) {
  const t = useTexts(applyTexts);
  const words: Readonly<Record<ApplicantStage, string>> = {
    draft: t.stageDraft,
    opened: t.stageOpened,
    completing: t.stageCompleting,
    'in-preparation': t.stagePreparation,
    withdrawn: t.stageWithdrawn,
    decided: t.stageDecided,
  };
  return <Badge tone={tones[stage]}>{words[stage]}</Badge>;
}
