import type { Page } from 'playwright-core';

/** What people use or find their way by, and so must be told by name. */
const named = [
  ...[
    'button',
    'checkbox',
    'combobox',
    'DisclosureTriangle',
    'link',
    'listbox',
    'radio',
    'searchbox',
    'textbox',
  ],
  ...['dialog', 'navigation', 'radiogroup', 'region', 'table'],
];

/** What the browser tells of a page to screen readers without its name, or as wrong without what is wrong. */
export async function untold(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .flatMap(({ role, name, description, properties = [] }) => {
      const invalid = properties.find((property) => property.name === 'invalid')?.value.value ?? 'false';
      return [
        ...(named.includes(role?.value) && !name?.value ? [`${role?.value} without a name`] : []),
        ...(invalid !== 'false' && !description?.value
          ? [`${role?.value} "${name?.value}" is wrong without a reason`]
          : []),
      ];
    });
}
