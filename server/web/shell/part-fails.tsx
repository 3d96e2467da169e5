/** Keeps the rest of a page when a part of it breaks, and offers it again. */
import { Component, type ReactNode } from 'react';
import { Failed } from '../parts/states.tsx';

export class PartFails extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <div className="page">
        <Failed error={error} retry={() => this.setState({ error: undefined })} />
      </div>
    );
  }
}
