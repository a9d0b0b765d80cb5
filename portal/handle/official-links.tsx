import { NavLink } from 'react-router';
import { publishTexts } from '../../texts/portal/publish.ts';
import { serviceTexts } from '../../texts/portal/service.ts';
import { useRounds } from '../api/official.ts';
import { useTexts } from '../language/language.tsx';

/** What of the main menu is only for some officials: those who publish, who remove, and who read everything. */
export default function OfficialLinks() {
  const { menu } = useTexts(publishTexts);
  const t = useTexts(serviceTexts);
  const { data } = useRounds();
  if (!data) return null;
  const { mayPublish, mayRemove, mayAudit, openFeedback } = data;
  const feedback = openFeedback > 0 ? t.feedbackMenuOpen(openFeedback) : t.feedbackMenu;
  return (
    <>
      {mayPublish && <Item to="/handle/publishing" text={menu} />}
      {(mayPublish || mayAudit) && <Item to="/handle/feedback" text={feedback} />}
      {(mayRemove || mayAudit) && <Item to="/handle/removals" text={t.removalsMenu} />}
    </>
  );
}

function Item({ to, text }: { to: string; text: string }) {
  return (
    <li>
      <NavLink to={to}>{text}</NavLink>
    </li>
  );
}
