/** A list of FFB from which one chooses. */
export const lists = [
  'target-group',
  'activity',
  'function',
  'surroundings',
  'theme',
  'level',
  'support-need',
  'intervention',
  'offer-type',
  'direction',
  'follow-up-result',
] as const
export type List = (typeof lists)[number]

/** The content version of the FFB code list that this table restates: codes and Danish names, without definitions (kl-term 2.3.0). */
export const builtInVersion = '20240530'
/** FFB as a code system. */
export const ffbSystem = 'urn:oid:1.2.208.176.2.22'

/** List by list, under the heading where the code stands: `[code, name, rank]`. Ranks are the practitioners' 0 to 4; the code list has none. */
export const builtIn: Readonly<
  Record<List, Readonly<Record<string, readonly (readonly [string, string, number?])[]>>>
> = {
  'target-group': {
    Funktionsnedsættelse: [
      ['f1c7ee41-21b4-4dba-9424-c874bf72b5e7', 'Multipel funktionsnedsættelse'],
      ['1f23325e-c9c9-455b-bfe7-b4dcd1bb63e5', 'Sjældent forekommende funktionsnedsættelse'],
    ],
    Døvblindhed: [
      ['0d66b364-958e-48cf-a18b-744fab284194', 'Erhvervet døvblindhed'],
      ['ab7b7d7b-b7bb-4b8c-99d9-5c98a302b771', 'Medfødt døvblindhed'],
    ],
    'Fysisk funktionsnedsættelse': [
      ['da298aec-cd7d-436c-9927-d88d00066881', 'Anden fysisk funktionsnedsættelse'],
      ['7ef8be83-90d1-4375-b1cb-24710bea21c7', 'Hørenedsættelse'],
      ['5cb8997c-eb10-477f-b653-b2a5ff11ce7d', 'Kommunikationsnedsættelse'],
      ['6e155207-db12-419a-8d9c-d67756533056', 'Mobilitetsnedsættelse'],
      ['615310e8-f702-4455-910b-9d6d8aa684fb', 'Synsnedsættelse'],
    ],
    'Intellektuel/kognitiv forstyrrelse': [
      ['17ce646b-4469-4a73-82a9-9628436f6c70', 'Anden intellektuel/kognitiv forstyrrelse'],
      ['7b48f1a0-579b-4976-ae7c-4074b5981449', 'Demens'],
      ['97c355cc-84e3-46d0-ac1b-00bc627d089f', 'Udviklingshæmning'],
    ],
    Hjerneskade: [
      ['d26f97e8-99ed-46a9-94db-93340f77a950', 'Erhvervet hjerneskade'],
      ['1097d07f-1dba-4cc2-ae3a-399a501c2eb6', 'Medfødt hjerneskade'],
    ],
    Udviklingsforstyrrelse: [
      ['5cfc9530-a193-4f66-9981-3b980ee9ea7b', 'Anden udviklingsforstyrrelse'],
      ['9b3fd322-a75a-4ed8-9b74-425fa1e01c95', 'Autismespektrum'],
      ['cc6a58cf-d3d2-4e5f-b7fe-98b009647eac', 'Opmærksomhedsforstyrrelse'],
      ['e6a269f5-944a-4ff8-b4d8-6dc2134d9167', 'Udviklingsforstyrrelse af sansemotoriske færdigheder'],
      ['93d52b11-faa7-4ff7-b552-11a84cce8bf1', 'Udviklingsforstyrrelse af skolefærdigheder'],
      ['71dfe6d1-ebc1-4414-8527-edf8e605c356', 'Udviklingsforstyrrelse af tale og sprog'],
    ],
    'Psykiske vanskeligheder': [
      ['851b2a9d-cde2-4d5d-8f33-d03789022cbb', 'Anden psykisk vanskelighed'],
      ['303deb9b-84f0-49d2-ab7a-f8b98eed40a2', 'Angst'],
      ['ee5b52bd-b839-4e69-ad04-c8b33eabfbde', 'Depression'],
      ['f2ccc0c0-2a0a-49c9-9d6a-741a7cd220a3', 'Forandret virkelighedsopfattelse'],
      ['6aac5ae6-ef06-4866-9c66-16d51ebbc83b', 'Personlighedsforstyrrelse'],
      ['192b7d79-415c-4f4f-9223-607938ecbe97', 'Spiseforstyrrelse'],
      ['afaa7e31-2b5d-4a49-9008-56aa8df8dc13', 'Stressbelastning'],
      ['d42d8f41-2d07-4391-a687-bad51172d0c9', 'Tilknytningsforstyrrelse'],
    ],
    'Socialt problem': [
      ['66fac925-3488-43b3-8e50-4510d3821b37', 'Andet socialt problem'],
      ['293bf940-c075-4e3d-b5ef-6e331202e556', 'Hjemløshed'],
      ['3b166cb0-df17-4002-a4c4-69e9a943645c', 'Indadreagerende adfærd'],
      ['f1f4d709-19d2-48cc-8942-231bf912323d', 'Omsorgssvigt'],
      ['122f3f8e-84a0-476f-b9c5-0e40b1dcf113', 'Prostitution'],
      ['6fd0f315-2297-4d66-b638-3f867a0900e0', 'Seksuelt krænkende adfærd'],
      ['5e95db73-4d16-4084-93a3-595c0650b160', 'Selvmordstanker eller -forsøg'],
      ['3e3f5ebf-82c1-401b-ab5e-e6138a31da3a', 'Selvskadende adfærd'],
      ['16075f99-3694-4878-a48d-b2f4b515cb76', 'Social isolation'],
      ['e1b59a4a-9cc2-4113-a5f1-84af588b02a2', 'Udadreagerende adfærd'],
    ],
    Kriminalitet: [
      ['6a038911-d866-4910-90ae-72ca55c641ea', 'Ikke-personfarlig kriminalitet'],
      ['df42d472-06f6-4c5f-9dcf-64aa6cc20925', 'Personfarlig kriminalitet'],
    ],
    Misbrug: [
      ['ab4413f0-fa81-41c0-ad8c-21782c12a0fa', 'Alkoholmisbrug'],
      ['0e25a2ec-4f04-4d14-a5ad-a6519a7d1d5f', 'Stofmisbrug'],
    ],
    Overgreb: [
      ['905caa77-2b98-48ce-b0e1-35dc4c1cc4bd', 'Andet overgreb'],
      ['c47fd846-f1e0-4786-89a4-88d00e7a86c0', 'Seksuelt overgreb'],
      ['3412d671-22bf-456c-b963-c4e05c2725a0', 'Voldeligt overgreb'],
    ],
  },
  activity: {
    Relationer: [
      ['dcc6bb77-45af-4625-9c4d-7d7878307220', 'Deltage i sociale fællesskaber og fritidsaktiviteter'],
      ['3f9da5ac-9686-4eeb-b517-b46e17fcb1d7', 'Indgå i samspil og kontakt'],
      ['4c082610-b122-4019-96f2-1061e287445e', 'Varetage relationer til netværk'],
    ],
    Samfundsliv: [
      ['8bef71de-55b5-47fe-b438-18ac769106b3', 'Håndtere post'],
      ['685e8517-2f5c-4ef8-a7c4-fa2d008fdd9d', 'Varetage beskæftigelse'],
      ['fd4b8dd3-5c4b-4257-8c13-ea045617d2f6', 'Varetage bolig'],
      ['8888edfa-642b-4329-9fe3-a9b180e6d3f4', 'Varetage uddannelse'],
      ['70443014-3faf-402d-abcf-396bfad32eb9', 'Varetage økonomi'],
    ],
    Kommunikation: [
      ['a80e8f96-18ba-4ee4-9496-d3ce882c2f85', 'Anvende kommunikationsudstyr- og teknikker'],
      ['9bbbffef-c404-4ea3-a927-cd22d8027e6d', 'Forstå meddelelser'],
      ['2ba29098-a527-43d5-b858-4c5353669f42', 'Fremstille meddelelser'],
      ['986898d0-e2e5-4afa-9cb3-ee7aecaa0143', 'Samtale'],
    ],
    'Praktiske opgaver': [
      ['8f32c948-41c4-49d7-8913-cdeede2e7fe1', 'Gøre rent'],
      ['01770afa-cd17-41fe-a966-b8895e4d55d8', 'Købe ind'],
      ['b947f321-7cdb-4b33-9653-f3ff800572b0', 'Lave mad'],
      ['4a51d7a7-61e7-48fa-a1d5-9d26337c6c38', 'Passe ejendele'],
      ['58ef570c-1c1e-47be-8bfd-26ed99825762', 'Udvise hjælp og omsorg for andre'],
      ['bd67597b-e80f-427f-8cf9-79d01eff91fc', 'Vaske tøj'],
    ],
    Egenomsorg: [
      ['14615a09-bd94-4602-b43a-f6d3d3f9801d', 'Drikke'],
      ['3a748135-98a8-416a-808d-bff88a8e40ee', 'Dyrke interesse'],
      ['94fb3ea0-92cf-43b1-929b-c95e6fb739a1', 'Gå på toilettet'],
      ['347aa085-4fe2-411f-ac56-5693d164adc3', 'Klæde sig af og på'],
      ['b3939f0b-43d9-4e8c-bb2e-50ff8bb7ed03', 'Pleje sin krop'],
      ['464a2ab6-a7df-4b3a-b74d-7873f4cfe668', 'Spise'],
      ['4a58417e-9a75-43f2-9763-66505050159f', 'Varetage egen sundhed'],
      ['28fbf17e-bca3-45e1-be35-553e3d91f1b7', 'Varetage sin seksualitet'],
      ['885400cc-dd71-479e-8993-3fc48fdd6710', 'Vaske sig'],
    ],
    Mobilitet: [
      ['320c9aa6-630e-4695-bba2-29ea808fad24', 'Bære, flytte og håndtere genstande'],
      ['eff3385d-01fa-4c9c-9850-52e179243f21', 'Færdes med transportmidler'],
      ['4977ce08-df4d-4c09-8e03-c2a563862e68', 'Gå og bevæge sig'],
      ['759ddc8e-57c0-4aa6-8d32-14d8eb51c5dd', 'Ændre og opretholde kropsstilling'],
    ],
  },
  function: {
    'Fysiske funktioner': [
      ['3b4bcb40-f761-46a5-bc5f-b30ac37c88ed', 'Bevægelse'],
      ['eb3599bc-c0bb-4281-8a1c-bf6eab8ffde3', 'Hørelse'],
      ['b37419b3-c5f2-43e9-9e9d-4037b06b3fa5', 'Smerte og sansefunktioner'],
      ['1a6585e7-25a6-4518-9384-8f6290f879cc', 'Stemme og tale'],
      ['9959e779-e8ee-47e8-989b-bbff4aae2883', 'Syn'],
    ],
    'Mentale funktioner': [
      ['4934e45a-0f93-4c23-a767-2b681378700b', 'Bevidsthedstilstand'],
      ['dccaa419-0bcd-4056-a11a-2e385e23edc6', 'Følelser og adfærd'],
      ['61452fe5-cea2-4d92-b2f1-406e9a5d31cb', 'Hukommelse'],
      ['8028b034-cad2-42df-b51c-aaba9c0bba61', 'Igangsætning og motivation'],
      ['6279a3dc-7085-4157-809c-f96922242b1b', 'Indsigt i egen situation'],
      ['ef4271c4-f942-4194-a2b0-e9a7045eab22', 'Intellektuelle funktioner'],
      ['17c35058-eb88-4a7a-8727-74cd12be42c7', 'Opmærksomhed og koncentrationsevne'],
      ['9c2173e6-6465-44d3-af16-7c44059193b2', 'Organisering og planlægning'],
      ['f7c0ef6c-18ba-4d38-9df5-4c891f154a08', 'Orienteringsevne'],
      ['b93216fa-3843-4a7e-85bc-e3ef35a1967f', 'Problemløsning'],
      ['52e0b8dd-f5fa-4e1a-b66e-f5e4a41bd313', 'Psykosociale funktioner'],
      ['3591c972-5b15-4bbd-86c7-91622cda56e8', 'Virkelighedsopfattelse'],
    ],
    'Sociale forhold': [
      ['35c56275-0093-4901-9fd8-d06fdb5cb8f3', 'Boligsituation'],
      ['7a8f247b-baf8-4552-95bb-acf8ef004b74', 'Familiesituation'],
      ['52efa2e9-e0dc-41eb-8c01-9865e2fdebae', 'Interesser'],
      ['83cf43f1-6d71-477c-8583-2e28755b41d3', 'Kriminalitet'],
      ['e993d8c3-b7d7-4d72-9be2-937e5ba38b5a', 'Prostitution'],
      ['d493a97d-6036-423d-87ff-c2a086e9d664', 'Traumatiske oplevelser'],
      ['f695cec7-2b39-4c7e-8731-da8558a4fb3f', 'Uddannelse og job'],
      ['08aa68ce-acd6-4e03-b6b5-091811324345', 'Økonomisk situation'],
    ],
    Sundhedsforhold: [
      ['e6f82424-da5a-41d1-bd1a-5796aa79d5f2', 'Døgnrytme'],
      ['69dbfad7-859a-4596-8737-8054f6b4948f', 'Fysisk helbred'],
      ['c67aed23-d4f3-4ae6-8886-156c99048e5b', 'Kost'],
      ['0b650369-258a-4d01-a811-42b306c2f89d', 'Motion'],
      ['c8f4475a-8de3-4920-ad0c-eea78c49a68d', 'Rusmidler'],
      ['081ab1be-7dc1-41fa-803c-12a146eb0b74', 'Sundhedsfaglig behandling og træning'],
      ['83376fdb-f55d-4dd9-944e-b49631a9836f', 'Søvn'],
      ['f5b8e809-7689-4952-838c-a069c99408b3', 'Tobak'],
    ],
  },
  surroundings: {
    Omgivelser: [
      ['83342ff3-5f2e-4914-b045-e98357685866', 'Boligområde'],
      ['22eef871-6650-426f-8b79-8d40a6c62808', 'Holdninger i omgivelserne'],
      ['df194a84-6e4b-4f14-a194-d8d9d9a1fcad', 'Personer i netværk'],
    ],
  },
  theme: {
    'Funktioner og forhold': [
      ['a134c31d-d316-46d4-935e-e500874dbbe1', 'Fysiske funktioner'],
      ['25c5c614-305f-46cd-9891-55d564fc30cf', 'Mentale funktioner'],
      ['e1836145-0c20-4e20-971e-d62dfe4ea1a0', 'Sociale forhold'],
      ['4fb78b88-d3af-4cfb-84d7-f06daf423317', 'Sundhedsforhold'],
    ],
    'Aktivitet og deltagelse': [
      ['da3f488f-1742-4d00-b247-a7d47500b36b', 'Egenomsorg'],
      ['c2b186f9-9c10-478e-8345-2d2c37ab4c46', 'Kommunikation'],
      ['d1495b2c-1452-4e49-8dbe-8193af5d8823', 'Mobilitet'],
      ['eef71492-65f5-4297-aa95-3c3a6866ddef', 'Praktiske opgaver'],
      ['3856b434-f72e-42a5-b9d1-0cc93f48434b', 'Relationer'],
      ['dfbe6ff6-223b-436a-b864-8ba29bda41e2', 'Samfundsliv'],
    ],
    Omgivelsesfaktorer: [['7445fb2b-0009-43d9-b49b-1b9782f2fcd9', 'Omgivelser']],
    'FFB tilstande': [
      ['93433530-b85c-4d04-a4fb-5ae26cf16f1c', 'Aktivitet og deltagelse'],
      ['740934cd-002b-4b96-b92e-b3562eed9448', 'Funktioner og forhold'],
    ],
  },
  level: {
    Funktionsevneniveau: [
      ['b508ff66-6326-4862-a6d7-7bbf184c9823', 'Ingen nedsat funktionsevne', 0],
      ['8328ce4a-6238-4f73-bf1a-74aadb68eff8', 'Let nedsat funktionsevne', 1],
      ['5bdde847-2837-416b-ab63-bbff8b7aa531', 'Moderat nedsat funktionsevne', 2],
      ['cae545f5-2813-4d79-98fc-0a7d770af3cd', 'Svært nedsat funktionsevne', 3],
      ['832ae90b-23b5-4063-80aa-0b81bdce680e', 'Fuldstændig nedsat funktionsevne', 4],
      ['1c327095-107f-4b96-88d0-ec562cb980be', 'Ikke vurderet'],
    ],
  },
  'support-need': {
    Støttebehovsniveau: [
      ['ae9f388a-91c3-46cf-af55-f81952f2977c', 'Intet støttebehov', 0],
      ['dd628e73-d6c9-4837-a2b8-aa62d73bd6ae', 'Let støttebehov', 1],
      ['401a397b-b3aa-4ca3-8b23-bd8f99dd3f76', 'Moderat støttebehov', 2],
      ['b99a0790-4d70-4152-b149-3fe58b745583', 'Højt støttebehov', 3],
      ['e99763d6-6c43-4969-ad52-2b1a7055f9dc', 'Fuldstændigt støttebehov', 4],
      ['2254dac8-8aa3-4334-8502-9720194f49ad', 'Ikke vurderet'],
    ],
  },
  intervention: {
    Afklaring: [['35b593cf-724f-4058-9f31-fe1b3e8df124', 'Pædagogisk udredning']],
    'Aktivitet og samvær': [
      ['66e23d66-1c5f-4070-bed1-8827cc863dcd', 'Fysisk aktivitet'],
      ['f25674bf-3162-45c3-bde4-6d542bf9629b', 'Kompetenceudviklende aktivitet'],
      ['be5d5058-ef06-42a9-b894-51e44513e717', 'Kreativ aktivitet'],
      ['2c1944be-fe87-4c42-b08e-9cc075c9ef18', 'Oplevelsesaktivitet'],
      ['299af83f-586c-4c17-8af6-c8c47a847d6d', 'Sansestimulerende aktivitet'],
      ['7e419926-bb04-4829-99c9-95ea20403c2c', 'Social aktivitet'],
    ],
    Ophold: [
      ['a81a3fa9-6601-4d1e-a11e-f7444dfd3828', 'Akut ophold'],
      ['5af56051-8413-4115-aaa2-83a0767e1137', 'Længerevarende ophold'],
      ['80aa8ea7-4ad8-405f-876a-4c0f89fde06a', 'Midlertidigt ophold'],
    ],
    'Beskyttet beskæftigelse': [
      ['c429b7a9-5085-472b-b118-a21ca90f769f', 'Praktikforløb'],
      ['fb3d8722-90e0-4a80-ba65-490617ffeb0f', 'Produktion og værksted'],
      ['55b77d7c-afce-4269-9232-7731ab1ef4fc', 'Service'],
    ],
    'Støtte til praktiske opgaver': [
      ['d473dea2-4f6d-4f36-a8f0-260f0213f50a', 'Støtte til administration'],
      ['638f44df-6bf2-47f8-9935-b8fdc83e5bf5', 'Støtte til daglige opgaver i hjemmet'],
      ['c56634ca-6847-4c50-b5c1-c528c1ffc1d8', 'Støtte til etablering i bolig'],
    ],
    'Støtte til samfundsdeltagelse': [
      ['cb1169ee-8969-46d3-813d-f0dd555bd838', 'Støtte til beskæftigelse'],
      ['e2631dec-fd8b-420e-94db-53fd80e82766', 'Støtte til kontakt til offentlige og private instanser'],
      ['0886a1b6-4a3a-47e5-9c97-066270529e4f', 'Støtte til transport'],
      ['1a2daf63-0510-4bf3-8578-662d4300c965', 'Støtte til uddannelse'],
    ],
    'Støtte til relationer og fællesskaber': [
      ['05cd5e81-1a3a-4bdd-901b-7ec96c12d990', 'Støtte til sociale relationer'],
      ['ea47a198-7e24-472d-ba5d-132b8b744710', 'Støtte til varetagelse af forældrerollen'],
    ],
    'Støtte til sundhed': [
      ['e7c8b42e-b882-4629-8e03-65e44b1aa3e3', 'Støtte til behandling'],
      ['72272d03-1774-4a14-b598-5f19b5eac83f', 'Støtte til personlig hygiejne'],
      ['ad7755d2-11bf-468d-958b-2f0c8d9c3742', 'Støtte til psykisk trivsel'],
      ['bd5fea9a-16ed-4e63-b6a1-8e83caaf9b0b', 'Støtte til seksualitet'],
      ['3c1639d0-e486-43c6-8add-448b8aff4b8f', 'Støtte til sund levevis'],
    ],
    'Forebyggende hjælp og støtte': [
      ['f3edac43-d0d6-4cc3-96c7-4658a557257a', 'Akut rådgivning, omsorg og støtte'],
      ['3459f530-7334-48c4-9037-53bf80df8851', 'Gruppebaseret hjælp og støtte'],
      ['fe42f8f4-d516-4bab-b006-12b0cd186603', 'Individuel tidsbegrænset socialpædagogisk hjælp og støtte'],
    ],
    'Hjælp og støtte etableret i samarbejde med frivillige': [
      ['b6e1f331-fccf-4a33-8bb6-566546edc405', 'Gruppebaseret hjælp og støtte etableret i samarbejde med frivillige'],
      [
        'd580bcb7-145a-4346-8e99-d387bbf08a40',
        'Individuel tidsbegrænset socialpædagogisk hjælp og støtte leveret i samarbejde med frivillige',
      ],
    ],
  },
  'offer-type': {
    'Dagtilbud til voksne': [
      ['9401777d-bdc5-4f52-9804-63c8cae9a792', 'Aktivitets- og samværstilbud'],
      ['a0fb02a2-367c-48bc-bacd-92e49a861a4c', 'Beskyttet beskæftigelsestilbud'],
    ],
    'Botilbud til voksne': [['25de7444-3919-4dab-b844-8cec6c15f30e', 'Midlertidigt botilbud til voksne']],
    'Længerevarende botilbud til voksne': [
      ['498fe92c-d7f7-41cd-9404-5b38fe113be0', 'Almindeligt længerevarende botilbud til voksne'],
      ['070016aa-e164-4813-aca5-b75acab89d63', 'Sikret længerevarende botilbud til voksne'],
    ],
    Tilbud: [
      ['d90f4da6-f87a-43b5-833f-646b4baf16d6', 'Mobilt tilbud'],
      ['5ea75f09-8eec-4edc-aafd-a330a523c33e', 'Socialt akuttilbud'],
    ],
    'Botilbudslignende tilbud': [['a7cbf55b-6906-4b2a-872e-c48b4d728837', 'Almen ældre- og handicapvenlig bolig']],
  },
  direction: {
    Måltype: [
      ['e47c22bd-d88d-48ab-882b-419923e1f44e', 'Begrænse tab af funktionsevne'],
      ['10752a63-00b4-4958-b7f4-9f3a18f74266', 'Fastholde funktionsevne'],
      ['d41c8072-52f8-42b5-9375-ddbea454d27f', 'Udvikle funktionsevne'],
    ],
  },
  'follow-up-result': {
    'Status på indsats': [
      ['d7d03656-4c87-4e67-9146-aa5990460f16', 'Træf afgørelse om afslutning af indsats'],
      ['b4c01aa8-82fd-44e4-83ff-ca19ec02c779', 'Træf afgørelse om afslutning af indsats og visiter til ny'],
      ['1e971d84-10a4-4ef8-a8b3-0daa4c7d088a', 'Træf afgørelse om fortsættelse af indsats'],
    ],
  },
}
