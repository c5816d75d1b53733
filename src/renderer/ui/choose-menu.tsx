import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

/**
 * A button that opens a list to choose from; choosing acts. A drop-down field would act at the first
 * arrow key already.
 */
export function ChooseMenu({
  label,
  words,
  choices,
  disabled = false,
  onChoose,
}: {
  /** For those who hear it; begins with the words. */
  label: string;
  words: string;
  choices: readonly { value: string; name: string }[];
  disabled?: boolean;
  onChoose(value: string): void;
}) {
  return (
    <MenuTrigger>
      <Button className="choose" aria-label={label} isDisabled={disabled}>
        {words} <span aria-hidden>▾</span>
      </Button>
      <Popover className="menu-popover">
        <Menu className="menu" aria-label={label} onAction={(key) => onChoose(String(key))}>
          {choices.map(({ value, name }) => (
            <MenuItem key={value} id={value} className="menu-item" textValue={name}>
              <span className="menu-words" dir="auto">
                {name}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
