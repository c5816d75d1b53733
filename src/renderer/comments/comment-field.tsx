import { useEffect, useRef, useState } from 'react';

interface Props {
  label: string;
  initial?: string;
  /** Names that are offered after an @. */
  names: readonly string[];
  submit: string;
  dataFocus?: string;
  autoFocus?: boolean;
  onSubmit(text: string): Promise<void>;
  onCancel?(): void;
}

/** A comment being written: Ctrl+Enter sends it, Escape leaves it, @ offers the annotators' names. */
export function CommentField(props: Props) {
  const { label, initial = '', names, submit, dataFocus, autoFocus = false, onSubmit, onCancel } = props;
  const [text, setText] = useState(initial);
  const [caret, setCaret] = useState(initial.length);
  const [at, setAt] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!autoFocus) return;
    area.current?.focus();
    area.current?.parentElement?.scrollIntoView({ block: 'center' });
  }, [autoFocus]);
  const begun = /@([^@\n]{0,40})$/.exec(text.slice(0, caret))?.[1];
  const offered =
    begun === undefined
      ? []
      : names.filter(
          (name) => name.toLocaleLowerCase().startsWith(begun.toLocaleLowerCase()) && name !== begun,
        );
  const send = async () => {
    if (text.trim() === '') return;
    await onSubmit(text.trim());
    setText('');
  };
  const complete = (name: string) => {
    const before = text.slice(0, caret - (begun?.length ?? 0));
    const next = `${before}${name} ${text.slice(caret).trimStart()}`;
    setText(next);
    setCaret(before.length + name.length + 1);
    requestAnimationFrame(() =>
      area.current?.setSelectionRange(before.length + name.length + 1, before.length + name.length + 1),
    );
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = offered[Math.min(at, offered.length - 1)];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
    else if (chosen && (event.key === 'Enter' || event.key === 'Tab')) complete(chosen);
    else if (chosen && event.key === 'ArrowDown') setAt((at + 1) % offered.length);
    else if (chosen && event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length);
    else if (event.key === 'Escape' && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="comment-field">
      <textarea
        ref={area}
        rows={2}
        dir="auto"
        aria-label={label}
        placeholder="Write; @ names a colleague, Ctrl+Enter sends"
        data-focus={dataFocus}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCaret(event.target.selectionStart);
          setAt(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <ul className="plain-list mention-choices" aria-label="Annotators">
          {offered.slice(0, 6).map((name, index) => (
            <li key={name}>
              <button
                type="button"
                className={index === Math.min(at, offered.length - 1) ? 'chosen' : ''}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => complete(name)}
              >
                @<bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="button-row">
        <button type="button" className="primary" disabled={text.trim() === ''} onClick={() => void send()}>
          {submit}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </p>
    </div>
  );
}
