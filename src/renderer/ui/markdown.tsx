import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { callHost } from '../bridge/host';
import { attempt } from '../data/notices';

const components: Components = {
  // A picture from elsewhere would tell its server who reads; its words stay.
  img: ({ alt }) => <span className="muted">{alt}</span>,
  a: ({ href, children }) =>
    href && /^https?:/.test(href) ? (
      <button
        type="button"
        className="link"
        title={href}
        onClick={() => attempt(() => callHost('shell.openLink', { url: href }))}
      >
        {children}
      </button>
    ) : (
      children
    ),
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h4>{children}</h4>,
  input: ({ checked }) => <span>{checked ? '☑' : '☐'}</span>,
};

const plugins = [remarkGfm];

/** Markdown as guidelines are written in. HTML in it is shown as text; links open only after asking. */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className="markdown" dir="auto">
      <Markdown components={components} remarkPlugins={plugins}>
        {text}
      </Markdown>
    </div>
  );
}
