/** The logs as auditors read them. */
export const logTexts = {
  title: { sv: 'Logg', fi: 'Loki', en: 'Log' },
  lead: {
    sv: 'Allt som har hänt, i den ordning det hände. Ingenting i loggen kan ändras utan att det syns.',
    fi: 'Kaikki tapahtunut siinä järjestyksessä kuin se tapahtui. Lokia ei voi muuttaa huomaamatta.',
    en: 'Everything that happened, in the order it did. Nothing in the log can be changed without being seen.',
  },
  chain: { sv: 'Kedjan', fi: 'Ketju', en: 'The chain' },
  chainText: {
    sv: 'Varje händelse bär kontrollsumman av den förra. Den sista kontrollsumman står därför för hela loggen: spara den på ett annat ställe, så märks det om något ändras eller faller bort.',
    fi: 'Jokainen tapahtuma sisältää edellisen tarkistussumman. Viimeinen tarkistussumma edustaa siksi koko lokia: tallenna se muualle, niin muutokset ja poistot huomataan.',
    en: 'Every event carries the checksum of the one before. The last checksum therefore stands for the whole log: keep it elsewhere, and it will show if anything is changed or dropped.',
  },
  events: { sv: 'Händelser', fi: 'Tapahtumia', en: 'Events' },
  head: { sv: 'Sista kontrollsumman', fi: 'Viimeinen tarkistussumma', en: 'Last checksum' },
  stream: { sv: 'Loggens beteckning', fi: 'Lokin tunnus', en: 'Name of the log' },
  save: { sv: 'Spara loggen som fil', fi: 'Tallenna loki tiedostona', en: 'Save the log as a file' },
  verify: {
    sv: 'Filen har samma form som i en export. Kontrollera hela kedjan med npm run audit -- verify, utan denna tjänst.',
    fi: 'Tiedosto on samaa muotoa kuin vienneissä. Tarkista koko ketju komennolla npm run audit -- verify, ilman tätä palvelua.',
    en: 'The file has the form of an export. Check the whole chain with npm run audit -- verify, without this service.',
  },
  timeline: { sv: 'Händelserna i ord', fi: 'Tapahtumat sanoina', en: 'The events in words' },
  digests: {
    sv: 'Varje händelses kontrollsumma',
    fi: 'Kunkin tapahtuman tarkistussumma',
    en: 'The checksum of each event',
  },
  number: { sv: 'Nr', fi: 'Nro', en: 'No.' },
  type: { sv: 'Slag', fi: 'Laji', en: 'Type' },
  digest: { sv: 'Kontrollsumma', fi: 'Tarkistussumma', en: 'Checksum' },
} as const;
