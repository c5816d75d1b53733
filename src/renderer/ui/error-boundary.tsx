import { Component, type ReactNode } from 'react';

interface Props {
  /** What is shown in its place. */
  fallback(error: unknown, goOn: () => void): ReactNode;
  children: ReactNode;
}

/** Keeps a fault in drawing one part from taking the rest of the window with it. */
export class ErrorBoundary extends Component<Props, { failed: boolean; error: unknown }> {
  override state = { failed: false, error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { failed: true, error };
  }

  override render(): ReactNode {
    const { failed, error } = this.state;
    if (!failed) return this.props.children;
    return this.props.fallback(error, () => this.setState({ failed: false, error: null }));
  }
}
