import { Component, type ReactNode } from 'react';
import { Failure } from './loaded.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
  /** What is shown instead of what broke; that it broke, where nothing is given. */
  readonly instead?: ReactNode;
}

/** Keeps what stands around where something breaks, also where a part of it cannot be fetched. */
export class Boundary extends Component<BoundaryProps, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { instead } = this.props;
    if (error && instead !== undefined) return instead;
    return error ? (
      <div className="page">
        <Failure error={error} />
      </div>
    ) : (
      this.props.children
    );
  }
}
