import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Configuration } from '../configuration.ts';
import { useLanguage } from '../language/language.tsx';
import type { Side } from '../sign-in/session.ts';
import { type Api, makeApi } from './client.ts';

interface Portal {
  readonly configuration: Configuration;
  /** Told when the session of a side is over in the middle of something. */
  readonly ended: (side: Side) => void;
}

const PortalContext = createContext<Portal | undefined>(undefined);

export function PortalProvider({ children, ...portal }: Portal & { children: ReactNode }) {
  const { configuration, ended } = portal;
  const value = useMemo(() => ({ configuration, ended }), [configuration, ended]);
  return <PortalContext value={value}>{children}</PortalContext>;
}

export function usePortal(): Portal {
  const portal = use(PortalContext);
  if (!portal) throw new Error('a page stands outside the portal');
  return portal;
}

/** The API for a side, or for anybody. */
export function useApi(side?: Side): Api {
  const { configuration, ended } = usePortal();
  const { language } = useLanguage();
  return useMemo(
    () => makeApi(configuration, side, { language, ended: () => side && ended(side) }),
    [configuration, side, language, ended],
  );
}
