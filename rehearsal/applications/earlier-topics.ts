import type { Topic } from './topics.ts';

/** Made-up projects within the themes of the calls of 2019, 2020 and 2021. */
export const topicsOfEarlierCalls: readonly Topic[] = [
  {
    theme: 'finance-automation',
    title: {
      sv: 'Bokföringen i ett flöde',
      fi: 'Kirjanpito yhtenä virtana',
    },
    summary: {
      sv: 'Händelserna bokförs av sig själva efter regler som ekonomiförvaltningen skriver och följer upp tillsammans.',
      fi: 'Tapahtumat kirjautuvat itsestään säännöillä, jotka taloushallinto laatii ja joita se seuraa yhdessä.',
    },
  },
  {
    theme: 'finance-automation',
    title: {
      sv: 'Gemensamma begrepp i ekonomirapporterna',
      fi: 'Talousraporttien yhteiset käsitteet',
    },
    summary: {
      sv: 'Rapporterna byggs på gemensamt definierad information, så att kostnaderna kan räknas på samma sätt varje månad.',
      fi: 'Raportit rakennetaan yhteisesti määritetyn tiedon varaan, jotta kustannukset voidaan laskea samalla tavalla joka kuukausi.',
    },
  },
  {
    theme: 'finance-automation',
    title: {
      sv: 'Från faktura till kalkyl',
      fi: 'Laskusta laskelmaan',
    },
    summary: {
      sv: 'Fakturorna kopplas till tjänsternas verkliga kostnader, och avvikelser syns i tid.',
      fi: 'Laskut liitetään palvelujen todellisiin kustannuksiin, ja poikkeamat näkyvät ajoissa.',
    },
  },
  {
    theme: 'management-by-information',
    title: {
      sv: 'Lägesbild för ledningen',
      fi: 'Johdon tilannekuva',
    },
    summary: {
      sv: 'Ledningen får en gemensam lägesbild av verksamheten, ekonomin och personalen och lär sig använda den.',
      fi: 'Johto saa yhteisen tilannekuvan toiminnasta, taloudesta ja henkilöstöstä ja oppii käyttämään sitä.',
    },
  },
  {
    theme: 'management-by-information',
    title: {
      sv: 'Prognoser som stöd för beslut',
      fi: 'Ennusteet päätösten tukena',
    },
    summary: {
      sv: 'Prognoser om befolkningen och tjänsterna blir en del av budgetarbetet och följs upp varje kvartal.',
      fi: 'Väestön ja palvelujen ennusteet liitetään talousarviotyöhön, ja niiden toteutumista seurataan neljännesvuosittain.',
    },
  },
  {
    theme: 'customer-oriented-processes',
    title: {
      sv: 'En ingång till kommunens tjänster',
      fi: 'Yksi ovi kunnan palveluihin',
    },
    summary: {
      sv: 'Kommunerna förenar sina serviceprocesser så att kunden klarar ett ärende på en gång.',
      fi: 'Kunnat yhdistävät palveluprosessinsa niin, että asiakas hoitaa asian yhdellä kertaa.',
    },
  },
  {
    theme: 'shared-specifications',
    title: {
      sv: 'Samma uppgifter i alla kommuner',
      fi: 'Samat tiedot kaikissa kunnissa',
    },
    summary: {
      sv: 'Gemensamma specifikationer låter uppgifterna följa kunden från en kommun till en annan.',
      fi: 'Yhteisillä määrityksillä tiedot seuraavat asiakasta kunnasta toiseen.',
    },
  },
  {
    theme: 'statutory-services',
    title: {
      sv: 'Småbarnspedagogikens anmälningar på nätet',
      fi: 'Varhaiskasvatuksen ilmoittautumiset verkossa',
    },
    summary: {
      sv: 'De lagstadgade anmälningarna görs elektroniskt på samma sätt i alla deltagande kommuner.',
      fi: 'Lakisääteiset ilmoitukset tehdään sähköisesti samalla tavalla kaikissa osallistuvissa kunnissa.',
    },
  },
  {
    theme: 'strategic-processes',
    title: {
      sv: 'Strategin i vardagen',
      fi: 'Strategia arjessa',
    },
    summary: {
      sv: 'Kommunerna gör uppföljningen av strategin till en fortgående process med gemensamma mätare.',
      fi: 'Kunnat tekevät strategian seurannasta jatkuvan prosessin, jolla on yhteiset mittarit.',
    },
  },
  {
    theme: 'new-technology',
    title: {
      sv: 'Robotar som arbetskamrater',
      fi: 'Robotit työtovereina',
    },
    summary: {
      sv: 'Återkommande uppgifter i förvaltningen automatiseras, och sakkunniga avgör vad som lämpar sig för det.',
      fi: 'Hallinnon toistuvia tehtäviä automatisoidaan, ja asiantuntijat ratkaisevat, mikä siihen soveltuu.',
    },
  },
  {
    theme: 'decision-making',
    title: {
      sv: 'Beslut från början till slut på skärmen',
      fi: 'Päätökset ruudulla alusta loppuun',
    },
    summary: {
      sv: 'Beredning, beslut och verkställighet blir en sammanhängande elektronisk process.',
      fi: 'Valmistelusta, päätöksestä ja toimeenpanosta tehdään yhtenäinen sähköinen prosessi.',
    },
  },
  {
    theme: 'electronic-meetings',
    title: {
      sv: 'Organens möten på distans',
      fi: 'Toimielinten kokoukset etänä',
    },
    summary: {
      sv: 'Förtroendevalda och tjänsteinnehavare enas om hur elektroniska möten hålls lagenligt och smidigt.',
      fi: 'Luottamushenkilöt ja viranhaltijat sopivat, miten sähköiset kokoukset pidetään lainmukaisesti ja sujuvasti.',
    },
  },
  {
    theme: 'participation',
    title: {
      sv: 'Invånarnas röst i budgeten',
      fi: 'Asukkaiden ääni talousarviossa',
    },
    summary: {
      sv: 'Invånarna deltar på nätet i hur en del av budgeten används, i alla kommuner efter samma modell.',
      fi: 'Asukkaat osallistuvat verkossa talousarvion osan käyttöön, kaikissa kunnissa samalla mallilla.',
    },
  },
  {
    theme: 'remote-work',
    title: {
      sv: 'Ett kontor med många adresser',
      fi: 'Yksi toimisto, monta osoitetta',
    },
    summary: {
      sv: 'Arbete på distans och på flera orter får gemensamma arbetssätt och en ledning som stöder dem.',
      fi: 'Etätyö ja monipaikkainen työ saavat yhteiset toimintatavat ja niitä tukevan johtamisen.',
    },
  },
  {
    theme: 'services',
    title: {
      sv: 'Kulturen och ungdomen på nätet',
      fi: 'Kulttuuri ja nuoriso verkossa',
    },
    summary: {
      sv: 'Kultur-, ungdoms- och idrottstjänsterna planerar sina digitala tjänster tillsammans med dem som använder dem.',
      fi: 'Kulttuuri-, nuoriso- ja liikuntapalvelut suunnittelevat digitaaliset palvelunsa käyttäjiensä kanssa.',
    },
  },
  {
    theme: 'built-environment',
    title: {
      sv: 'Bygglov utan omvägar',
      fi: 'Rakennuslupa ilman mutkia',
    },
    summary: {
      sv: 'Handläggningen av bygglov blir en gemensam digital process, från rådgivning till slutsyn.',
      fi: 'Rakennusluvan käsittelystä tehdään yhteinen digitaalinen prosessi neuvonnasta loppukatselmukseen.',
    },
  },
  {
    theme: 'built-environment',
    title: {
      sv: 'Planernas uppgifter i användning',
      fi: 'Kaavatiedot käyttöön',
    },
    summary: {
      sv: 'Uppgifterna i detaljplanerna blir maskinläsbara och används i kommunernas egna processer.',
      fi: 'Asemakaavojen tiedot saatetaan koneluettaviksi, ja niitä käytetään kuntien omissa prosesseissa.',
    },
  },
  {
    theme: 'digital-security',
    title: {
      sv: 'Kommunen fungerar också i störningar',
      fi: 'Kunta toimii häiriöissäkin',
    },
    summary: {
      sv: 'Kommunerna övar sig tillsammans i att upprätthålla sin verksamhet när digitala tjänster störs.',
      fi: 'Kunnat harjoittelevat yhdessä toiminnan ylläpitämistä, kun digitaaliset palvelut häiriintyvät.',
    },
  },
];
