import * as fc from 'fast-check';
import * as z from 'zod';
import { elements, one, readXml } from '../../../local/s3/xml-reader.ts';
import { writeXml } from '../../../local/s3/xml-writer.ts';

const text = one(z.string());
const list = elements({ Item: z.optional(z.array(elements({ Name: text, Note: z.optional(text) }))) });
const read = (document: string) => readXml(document, 'List', list);

describe('reading', () => {
  test.each<[string, string]>([
    ['plain', '<List><Item><Name>a</Name></Item></List>'],
    [
      'with a declaration',
      '<?xml version="1.0" encoding="UTF-8"?>\n<List><Item><Name>a</Name></Item></List>',
    ],
    [
      'with a namespace',
      '<List xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Item><Name>a</Name></Item></List>',
    ],
    ['with room between', '<List >\n  <Item>\n <Name >a</Name></Item>\n</List>\n'],
    ['with a comment', '<List><!-- - --><Item><Name>a</Name></Item></List>'],
    ['with character data', '<List><Item><Name><![CDATA[a]]></Name></Item></List>'],
    ['with references', '<List><Item><Name>&#97;</Name></Item></List>'],
  ])('%s', (_what, document) => {
    expect(read(document)).toEqual({ Item: [{ Name: 'a' }] });
  });

  test('keeps text as it is', () => {
    expect(
      read('<List><Item><Name> a &lt;b&gt; &amp;amp; &#x1F600;<![CDATA[<&]]></Name></Item></List>'),
    ).toEqual({
      Item: [{ Name: ' a <b> &amp; \u{1F600}<&' }],
    });
    expect(read('<List/>')).toEqual({});
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['text', 'a'],
    ['another root', '<Lists/>'],
    ['two roots', '<List/><List/>'],
    ['text after the root', '<List/>a'],
    ['an element that does not end', '<List><Item><Name>a</Name></Item>'],
    ['an element that ends as another', '<List><Item><Name>a</Item></Name></List>'],
    ['an element that was not begun', '<List></Item></List>'],
    ['an unknown element', '<List><Thing/></List>'],
    ['an element too often', '<List><Item><Name>a</Name><Name>b</Name></Item></List>'],
    ['an element too few', '<List><Item/></List>'],
    ['text between elements', '<List>a<Item><Name>a</Name></Item></List>'],
    ['elements where text belongs', '<List><Item><Name><b>a</b></Name></Item></List>'],
    ['a document type', '<!DOCTYPE List><List/>'],
    ['an entity of its own', '<List><Item><Name>&own;</Name></Item></List>'],
    ['an open reference', '<List><Item><Name>a & b</Name></Item></List>'],
    ['a reference to no character', '<List><Item><Name>&#x110000;</Name></Item></List>'],
    ['a prototype', '<List><__proto__><a/></__proto__></List>'],
    ['an attribute without quotes', '<List a=b/>'],
  ])('refuses %s', (_what, document) => {
    expect(() => read(document)).toThrow(expect.objectContaining({ code: 'MalformedXML', status: 400 }));
  });
});

test('what is written is read back, whatever the text is', () => {
  const item = fc.record({ Name: fc.string({ unit: 'binary' }), Note: fc.string() });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), (Item) => {
      expect(read(writeXml('List', { Item }))).toEqual({ Item });
    }),
  );
});

test('writing leaves out what is not there and repeats what is many', () => {
  const document = writeXml('Result', { A: undefined, B: [1, 2], C: { D: true }, E: '' });
  expect(document).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Result xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
      '<B>1</B><B>2</B><C><D>true</D></C><E></E></Result>',
  );
});
