import { Component, type ReactNode } from 'react';
import { Failure } from './loaded.tsx';

/** Keeps the header and the menus where a page breaks, also where a part of it cannot be fetched. */
export class Boundary extends Component<{ readonly children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? (
      <div className="page">
        <Failure error={error} />
      </div>
    ) : (
      this.props.children
    );
  }
}
