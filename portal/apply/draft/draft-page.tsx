import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { Button, InlineAlert, WizardNavigation, WizardNavigationItem } from 'suomifi-ui-components';
import type { DraftDocument } from '../../../domain/draft/draft.ts';
import { formatInstant } from '../../../texts/format.ts';
import { applyTexts } from '../../../texts/portal/apply.ts';
import { draftTexts } from '../../../texts/portal/draft.ts';
import { type DraftView, useDraft } from '../../api/applicant.ts';
import { SessionEnded } from '../../api/client.ts';
import { type PublicCall, useCall } from '../../api/public.ts';
import { serverNow } from '../../api/server-time.ts';
import { useApi } from '../../api/use-api.tsx';
import { Failure, Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { ApplicantStep, ProjectStep } from './applicant-step.tsx';
import { AttachmentsStep } from './attachments-step.tsx';
import { CheckStep } from './check-step.tsx';
import { ConflictView } from './conflict-view.tsx';
import { CostsStep } from './costs-step.tsx';
import { type DraftForm, documentOf, formOf } from './draft-form.ts';
import { Faults } from './faults.tsx';
import { DraftKeeper, type Standing } from './keeper.ts';
import { ParticipantsStep } from './participants-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { type Step, steps } from './steps.ts';
import { useUploads } from './uploads.ts';

/** An application that is being written, page by page; it is saved as it is written. */
export default function DraftPage() {
  const { draftId = '' } = useParams();
  return <Loaded query={useDraft(draftId)}>{(draft) => <OfCall key={draftId} draft={draft} />}</Loaded>;
}

function OfCall({ draft }: { draft: DraftView }) {
  return <Loaded query={useCall(draft.callId)}>{(call) => <Form draft={draft} call={call} />}</Loaded>;
}

type Words = InLanguage<typeof draftTexts>;

function Form({ draft, call }: { draft: DraftView; call: PublicCall }) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const { step: asked = '' } = useParams();
  const step: Step = steps.find((known) => known === asked) ?? 'applicant';
  const { keeper, standing, form, mergedFrom } = useKeptForm(draft);
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const uploads = useUploads(draft.draftId, draft.attachments);
  useFocusOnField(step);
  const address = (to: Step) => `/apply/drafts/${draft.draftId}/${to}`;
  const titles: Readonly<Record<Step, string>> = t;
  return (
    <Page
      wide
      title={titles[step]}
      kicker={`${call.name[language]} · ${form.getValues('project.title') || draft.businessId}`}
      path={[{ to: '/apply', text: useTexts(applyTexts).title }]}
    >
      <div className="draft">
        <div className="draft-steps">
          <WizardNavigation aria-label={t.stepsTitle} heading={t.stepsTitle} initiallyExpanded={false}>
            {steps.map((each) => (
              <WizardNavigationItem key={each} status={each === step ? 'current' : 'default'}>
                <Link to={address(each)} aria-current={each === step ? 'step' : undefined}>
                  {titles[each]}
                </Link>
              </WizardNavigationItem>
            ))}
          </WizardNavigation>
        </div>
        <div className="draft-page">
          <StandingLine standing={standing} t={t} />
          {serverNow() > call.closesAt && !draft.sent && <InlineAlert mb="m">{t.closed}</InlineAlert>}
          {mergedFrom && standing.kind !== 'conflict' && (
            <div role="status">
              <InlineAlert mb="m">{t.mergedFrom(mergedFrom)}</InlineAlert>
            </div>
          )}
          {standing.kind === 'conflict' && (
            <ConflictView
              conflicts={standing.conflicts}
              by={standing.by}
              call={call}
              document={keeper.document}
              settle={(document) => {
                form.reset(formOf(document));
                keeper.settle(document);
              }}
            />
          )}
          <FormProvider {...form}>
            <Faults value={faults}>
              {step === 'applicant' && <ApplicantStep call={call} businessId={draft.businessId} />}
              {step === 'project' && <ProjectStep call={call} />}
              {step === 'participants' && <ParticipantsStep call={call} />}
              {step === 'plan' && <PlanStep call={call} />}
              {step === 'costs' && <CostsStep call={call} />}
              {step === 'attachments' && <AttachmentsStep draftId={draft.draftId} uploads={uploads} />}
              {step === 'check' && standing.kind !== 'conflict' && (
                <CheckStep draft={draft} call={call} keeper={keeper} found={setFaults} />
              )}
            </Faults>
          </FormProvider>
          <Turn step={step} address={address} t={t} />
        </div>
      </div>
    </Page>
  );
}

/** The form over the draft's keeper: what is typed goes to the keeper, what others saved comes back. */
function useKeptForm(draft: DraftView) {
  const api = useApi('apply');
  const [mergedFrom, setMergedFrom] = useState<string>();
  const changed = useRef<(document: DraftDocument, by: string) => void>(() => undefined);
  // The keeper outlives a change of language, which only makes another client of the same API.
  const first = useRef(api);
  const keeper = useMemo(
    () => new DraftKeeper(first.current, draft, (document, by) => changed.current(document, by)),
    [draft],
  );
  const form = useForm<DraftForm>({ defaultValues: formOf(keeper.document) });
  changed.current = (document, by) => {
    form.reset(formOf(document), { keepTouched: true });
    setMergedFrom(by);
  };
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => keeper.change(documentOf(values)),
      }),
    [form, keeper],
  );
  useEffect(() => () => keeper.stop(), [keeper]);
  const subscribe = useCallback((listener: () => void) => keeper.subscribe(listener), [keeper]);
  const standing = useSyncExternalStore(subscribe, () => keeper.standing);
  return { keeper, standing, form, mergedFrom };
}

function StandingLine({ standing, t }: { standing: Standing; t: Words }) {
  const { language } = useLanguage();
  const words = () => {
    switch (standing.kind) {
      case 'saved':
        return t.stands(formatInstant(standing.at, language));
      case 'unsaved':
      case 'saving':
        return t.saving;
      case 'kept-here':
        return t.keptHere;
      case 'conflict':
        return t.conflictTitle;
    }
  };
  const refused = standing.kind === 'kept-here' && !(standing.error instanceof SessionEnded);
  return (
    <>
      <p role="status" className={`standing standing-${standing.kind}`}>
        {words()}
      </p>
      {refused && <Failure error={standing.error} />}
    </>
  );
}

function Turn({ step, address, t }: { step: Step; address: (to: Step) => string; t: Words }) {
  const navigate = useNavigate();
  const at = steps.indexOf(step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  return (
    <div className="turn">
      {before && (
        <Button variant="secondary" onClick={() => navigate(address(before))}>
          {t.back}
        </Button>
      )}
      {after && <Button onClick={() => navigate(address(after))}>{t.forward}</Button>}
    </div>
  );
}

/** A link from the check leads to the field itself. */
function useFocusOnField(step: Step): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same field can be asked for again
  useEffect(() => {
    if (!hash) return;
    const found = document.getElementById(decodeURIComponent(hash.slice(1)));
    const field = found?.matches('input,select,textarea,button,[tabindex]')
      ? found
      : found?.querySelector<HTMLElement>('input,select,textarea,button');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, [hash, key, step]);
}
