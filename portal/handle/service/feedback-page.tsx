import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'suomifi-ui-components';
import type { AnswerOf } from '../../../contract/client.ts';
import { formatInstant } from '../../../texts/format.ts';
import { serviceTexts } from '../../../texts/portal/service.ts';
import { useRounds } from '../../api/official.ts';
import { serverNow } from '../../api/server-time.ts';
import { useApi } from '../../api/use-api.tsx';
import { Badge } from '../../frame/badge.tsx';
import { Facts } from '../../frame/facts.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Page } from '../../frame/page.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';

type Feedback = AnswerOf<'GET /feedback'>['feedback'][number];

/** The feedback on the service: what waits for an answer first, with its time limit (Act 306/2019 § 10). */
export default function FeedbackPage() {
  const t = useTexts(serviceTexts);
  const api = useApi('handle');
  const mayAnswer = useRounds().data?.mayPublish ?? false;
  const query = useInfiniteQuery({
    queryKey: ['handle', 'GET /feedback'],
    queryFn: ({ pageParam }) =>
      api('GET /feedback', { query: { limit: '50', ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const { data, error, hasNextPage, isFetchingNextPage } = query;
  const feedback = data?.pages.flatMap((page) => page.feedback) ?? [];
  const open = data?.pages[0]?.open ?? 0;
  return (
    <Page title={t.feedbackTitle} lead={t.feedbackLead}>
      <Failure error={error} />
      {!data && !error && <Loading />}
      {data && <p role="status">{feedback.length === 0 ? t.feedbackNone : t.openCount(open)}</p>}
      <ul className="cards cards-wide">
        {feedback.map((one) => (
          <li key={one.feedbackId} className="card">
            <OneFeedback feedback={one} mayAnswer={mayAnswer} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div className="turn">
          <Button variant="secondary" onClick={() => query.fetchNextPage()} disabled={isFetchingNextPage}>
            {t.more}
          </Button>
        </div>
      )}
    </Page>
  );
}

function OneFeedback({ feedback, mayAnswer }: { feedback: Feedback; mayAnswer: boolean }) {
  const t = useTexts(serviceTexts);
  const { language } = useLanguage();
  const { about, message, page, email, at, answerBy, answered } = feedback;
  return (
    <>
      <Standing feedback={feedback} />
      <h2>{about === 'accessibility' ? t.aboutAccessibility : t.aboutOther}</h2>
      <blockquote lang={feedback.language}>{message}</blockquote>
      <Facts
        facts={[
          [t.received, formatInstant(at, language)],
          answered ? undefined : [t.answerBy, formatInstant(answerBy, language)],
          page ? [t.page, page] : undefined,
          [t.sender, email ?? t.anonymous],
          answered
            ? [t.note, `${answered.note} (${answered.by}, ${formatInstant(answered.at, language)})`]
            : undefined,
        ]}
      />
      {mayAnswer && !answered && <Answer feedback={feedback} />}
    </>
  );
}

function Standing({ feedback: { answered, answerBy } }: { feedback: Feedback }) {
  const t = useTexts(serviceTexts);
  if (answered) return <Badge tone="good">{t.answered}</Badge>;
  return answerBy < serverNow() ? (
    <Badge tone="bad">{t.overdue}</Badge>
  ) : (
    <Badge tone="warning">{t.unanswered}</Badge>
  );
}

/** The answer itself goes by mail; how it was answered is noted here. */
function Answer({ feedback: { feedbackId, email, at } }: { feedback: Feedback }) {
  const t = useTexts(serviceTexts);
  const { language } = useLanguage();
  const api = useApi('handle');
  const queries = useQueryClient();
  const answering = useMutation({
    mutationFn: (note: string) =>
      api('POST /feedback/{feedbackId}/answer', { path: { feedbackId }, body: { note } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handle'] }),
  });
  return (
    <details>
      <summary aria-label={`${t.sendNote}: ${formatInstant(at, language)}`}>{t.sendNote}</summary>
      <p>{t.noteHint}</p>
      {email && (
        <p>
          <a href={`mailto:${email}?subject=${encodeURIComponent(t.mailSubject)}`}>{t.writeMail}</a>
        </p>
      )}
      <ReasonedForm
        label={t.note}
        button={t.sendNote}
        busy={answering.isPending}
        error={answering.error}
        send={(note) => answering.mutate(note)}
      />
    </details>
  );
}
