import { type ScriptGroup, scriptGroups } from '@core/text/script-group';
import { type CSSProperties, useState } from 'react';
import { groupOfOpenText } from '../actions/text-style';
import { usePersonal } from '../data/preferences';
import { defaultTextStyles, LEAST, MOST, type TextStyle, withStyle } from '../data/text-styles';
import { workbench } from '../data/workbench';
import { isInstalled } from '../theme/font-metrics';
import { type Family, familiesFor } from '../theme/fonts';
import { useTextStyle } from '../theme/text-style';
import { ActionKey } from '../ui/keycap';

const names: Record<ScriptGroup, string> = {
  latin: 'Latin, Cyrillic and others',
  arabic: 'Arabic, Persian, Pashto',
  nastaliq: 'Urdu (Nastaliq)',
  cjk: 'Chinese, Japanese, Korean',
};

const previews: Record<ScriptGroup, { language: string; words: [string, string, string, string] }> = {
  latin: {
    language: 'en',
    words: ['Both sides say that ', 'the ceasefire ', 'signed in Qatar', ' holds, though neither gives way.'],
  },
  arabic: {
    language: 'ar',
    words: [
      'يقول الطرفان إن ',
      'اتفاق وقف إطلاق النار ',
      'الموقع في قطر',
      ' ما زال قائمًا، ولم يتراجع أيّ منهما.',
    ],
  },
  nastaliq: {
    language: 'ur',
    words: [
      'دونوں فریق کہتے ہیں کہ ',
      'جنگ بندی کا معاہدہ ',
      'جو قطر میں ہوا',
      ' اب تک قائم ہے، لیکن کوئی پیچھے نہیں ہٹتا۔',
    ],
  },
  cjk: {
    language: 'zh',
    words: ['双方均表示', '停火协议', '（在卡塔尔签署）', '依然有效，但谁也不愿让步。'],
  },
};

const OTHER = 'other';

/** How texts are set, for each group of scripts; what is chosen is seen in the text behind at once. */
export function TextPage() {
  const [group, setGroup] = useState<ScriptGroup>(groupOfOpenText);
  const style = usePersonal(({ text }) => text[group]);
  const change = (patch: Partial<TextStyle>) =>
    usePersonal.setState(({ text }) => ({ text: withStyle(text, group, patch) }));
  return (
    <div className="text-page">
      <label className="field">
        <span>Texts in</span>
        <select value={group} onChange={(event) => setGroup(event.target.value as ScriptGroup)}>
          {scriptGroups.map((id) => (
            <option key={id} value={id}>
              {names[id]}
            </option>
          ))}
        </select>
      </label>
      <FontField key={group} group={group} family={style.family} onChange={(family) => change({ family })} />
      <Measure
        name="Size"
        unit="px"
        value={style.size}
        {...bounds('size')}
        step={1}
        onChange={(size) => change({ size })}
      />
      <Measure
        name="Line distance"
        unit="× size"
        value={style.line}
        {...bounds('line')}
        step={0.05}
        onChange={(line) => change({ line })}
      />
      <Measure
        name="Column"
        unit="characters"
        value={style.width === 0 ? MOST.width : style.width}
        {...bounds('width')}
        step={1}
        disabled={style.width === 0}
        onChange={(width) => change({ width })}
      />
      <label className="field inline">
        <input
          type="checkbox"
          checked={style.width === 0}
          onChange={(event) =>
            change({ width: event.target.checked ? 0 : defaultTextStyles[group].width || MOST.width })
          }
        />
        <span>Column as wide as the pane</span>
      </label>
      <p className="muted">
        Lines never stand so close that underlines meet letters. <ActionKey id="view.textLarger" />{' '}
        <ActionKey id="view.textSmaller" /> <ActionKey id="view.textReset" /> change the size,{' '}
        <ActionKey id="view.columnWider" /> <ActionKey id="view.columnNarrower" /> the column of the open
        text.
      </p>
      <Preview key={`preview ${group}`} group={group} style={style} />
      <p className="button-row">
        <button type="button" onClick={() => change(defaultTextStyles[group])}>
          Reset
        </button>
      </p>
    </div>
  );
}

function bounds(what: keyof typeof LEAST): { least: number; most: number } {
  return { least: LEAST[what], most: MOST[what] };
}

function languageOf(group: ScriptGroup): string {
  const { session } = workbench.get();
  return session && groupOfOpenText() === group ? session.document.language : previews[group].language;
}

/** The kinds of fonts that this computer has, and any other by its name. */
function FontField({
  group,
  family,
  onChange,
}: {
  group: ScriptGroup;
  family: string;
  onChange(family: string): void;
}) {
  const [families] = useState(() =>
    familiesFor(group, languageOf(group)).flatMap((kind) => {
      const font = kind.fonts.find(isInstalled);
      return font || kind.generic ? [{ kind, font }] : [];
    }),
  );
  const isListed = families.some(({ kind }) => kind.id === family);
  const [typed, setTyped] = useState(isListed ? null : family);
  const missing = typed !== null && typed.trim() !== '' && !isInstalled(typed.trim());
  return (
    <>
      <label className="field">
        <span>Font</span>
        <select
          value={typed === null ? family : OTHER}
          onChange={(event) => {
            if (event.target.value === OTHER) setTyped('');
            else {
              setTyped(null);
              onChange(event.target.value);
            }
          }}
        >
          {families.map(({ kind, font }) => (
            <option key={kind.id} value={kind.id}>
              {nameOf(kind, font)}
            </option>
          ))}
          <option value={OTHER}>Another font…</option>
        </select>
      </label>
      {typed !== null && (
        <>
          <label className="field">
            <span>Its name</span>
            <input
              type="text"
              value={typed}
              maxLength={100}
              aria-describedby="font-missing"
              onChange={(event) => {
                setTyped(event.target.value);
                if (event.target.value.trim() !== '') onChange(event.target.value);
              }}
            />
          </label>
          <p id="font-missing" role="status" className="muted">
            {missing && 'This computer has no font of that name; another stands in for it.'}
          </p>
        </>
      )}
    </>
  );
}

function nameOf(kind: Family, font: string | undefined): string {
  return font ? `${kind.name} (${font.replace(/ Variable$/, '')})` : kind.name;
}

function Measure({
  name,
  unit,
  value,
  least,
  most,
  step,
  disabled = false,
  onChange,
}: {
  name: string;
  unit: string;
  value: number;
  least: number;
  most: number;
  step: number;
  disabled?: boolean;
  onChange(value: number): void;
}) {
  return (
    <label className="field measure">
      <span>{name}</span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        disabled={disabled}
        aria-label={name}
        aria-valuetext={`${value} ${unit}`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className="muted">
        {disabled ? '–' : Number(value.toFixed(2))} {unit}
      </span>
    </label>
  );
}

const lane = (number: number) => ({ '--lane': number }) as CSSProperties;

/** A sentence with an annotation inside another. */
function Preview({ group, style }: { group: ScriptGroup; style: TextStyle }) {
  const { language, words } = previews[group];
  const variables = useTextStyle(group, style, languageOf(group));
  return (
    <section className="text-preview" style={variables} aria-label="Preview" lang={language}>
      <p dir="auto">
        {words[0]}
        <span className="annotation outer" style={lane(1)}>
          {words[1]}
          <span className="annotation inner" style={lane(0)}>
            {words[2]}
          </span>
        </span>
        {words[3]}
      </p>
    </section>
  );
}
