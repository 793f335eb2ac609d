# English for orientation.yaml and schemes.yaml. French is the reference.
# Each comment `fr` holds the start of the hash of the French sentence: `check` tells when it changed.

## orientation.yaml

# fr e765d749
question-etape = Where are you with your project?
# fr 29f79500
question-etape-other = Where is this person with their project?
# fr 4773461e
question-etape-why = Support changes with the age of the project: before, at the beginning, or later.
# fr 5eb2ea22
topic-etape = how far the project is
# fr 11ae56d3
answer-etape-idee = I have an idea
# fr 12b8fef6
answer-etape-idee-other = The person has an idea
answer-etape-idee-says = an idea | just an idea | I am thinking about it | I would like to start something | at the very beginning
# fr 57021b51
answer-etape-creation = I am preparing to start
# fr 37b42fb2
answer-etape-creation-other = The person is preparing to start
answer-etape-creation-says = starting up | I am starting | we are about to start | setting up | my project is ready | creating my structure
# fr bbdbf858
answer-etape-moins_3 = Our structure is less than 3 years old
# fr d51d3fea
answer-etape-moins_3-other = Their structure is less than 3 years old
answer-etape-moins_3-says = less than 3 years | less than three years | under 3 years | one year | 1 year | two years | 2 years | a few months | we have just started
# fr c1075d4f
answer-etape-de_3_a_5 = Between 3 and 5 years
answer-etape-de_3_a_5-says = 3 to 5 years | 3 years | three years | 4 years | four years
# fr d559abe1
answer-etape-plus_5 = More than 5 years
answer-etape-plus_5-says = more than five years | over 5 years | 6 years | ten years | 10 years | 20 years | a long time | for years
# fr 0f7629f0
answer-etape-sans_projet = I have no project
# fr 35a8c211
answer-etape-sans_projet-other = The person has no project
answer-etape-sans_projet-says = no project | without a project | just curious | I want to understand | I want information | looking around

# fr 6b82840b
question-commune = In which town? Please type its name.
# fr 1d51fb7e
question-commune-other = In which town is this person, or their project? Please type its name.
# fr c92c594a
question-commune-why = Some help depends on the town.
# fr a7dcbd18
question-commune-help = The beginning of the name is enough. Outside the metropolis, choose from the list.
# fr a59d4bdd
topic-commune = the town

# fr 5654337b
question-qpv = Is your address, or the project’s, in a priority neighbourhood (QPV)?
# fr 799b2082
question-qpv-other = Is their address, or the project’s, in a priority neighbourhood (QPV)?
# fr 561f8b35
question-qpv-why = One free service, CitésLab, is only for these neighbourhoods. The answer serves only that.
# fr 43153455
question-qpv-help = The official search by address is at sig.ville.gouv.fr. Without Internet, ask at the town hall or a community centre. CitésLab can answer too. Do not write the address here: I do not need it.
# fr 4fe70d31
topic-qpv = the priority neighbourhood
# fr 0a904076
answer-qpv-oui = Yes
answer-qpv-oui-says = yes | it is | I think so | in a priority neighbourhood
# fr 7f62496b
answer-qpv-non = No
answer-qpv-non-says = no | it is not | I do not think so | not in a priority neighbourhood
# fr 2fa28673
answer-qpv-nsp = I do not know
answer-qpv-nsp-says = I don’t know | no idea | maybe | how can I know

# fr 3457beb8
question-forme = What is the legal form of your structure?
# fr fc7eb691
question-forme-other = What is the legal form of the structure?
# fr 94f830c3
question-forme-why = Each kind of help is open to some forms and not to others.
# fr a719b3eb
question-forme-help = The form is written in your statutes. For an unknown word, type “word” and then the word, for instance “word SCIC”.
# fr 8706af30
topic-forme = the legal form
# fr c1d43420
answer-forme-association = Association
answer-forme-association-says = an association | non-profit | nonprofit | charity
# fr 095c8f8f
answer-forme-cooperative = SCOP, SCIC or other cooperative
answer-forme-cooperative-says = cooperative | a cooperative | co-op | coop
# fr 0603e51b
answer-forme-societe_esus = Company with the ESUS agreement (or applying)
answer-forme-societe_esus-says = ESUS company | ESUS agreement | applying for ESUS
# fr 92c89011
answer-forme-societe = Company without agreement
answer-forme-societe-says = company | a company | limited company | a business | without ESUS | company without ESUS agreement
# fr fd2b263d
answer-forme-siae = Insertion company, intermediary association…
answer-forme-siae-says = insertion company | intermediary association | work integration company
# fr e026b020
answer-forme-aci = Insertion workshop (ACI)
answer-forme-aci-says = insertion workshop | work integration workshop
# fr 18d05203
answer-forme-micro = Micro-enterprise
answer-forme-micro-says = micro enterprise | self-employed | freelance | sole trader
# fr cafba43e
answer-forme-mutuelle_fondation = Mutual society or foundation
answer-forme-mutuelle_fondation-says = mutual | mutual society | foundation
# fr 40ebfdc8
answer-forme-collectif = Group without legal form
answer-forme-collectif-says = a group | informal group | neighbours | no legal form | not registered
# fr 7ced659a
door-forme-maison_associations = It also welcomes groups that do not know their form yet.

# fr df701324
question-but = What comes first in your project?
# fr 359f1319
question-but-other = What comes first in this project?
# fr e2802245
question-but-why = Some support is for projects useful to all, some is for any company.
# fr e7925c87
topic-but = what comes first
# fr e7eeb4e1
answer-but-utile = Meeting a need of residents or of the planet
answer-but-utile-says = being useful | a need | the residents | helping others | a social aim | ecology
# fr 7634b8e0
answer-but-mixte = Both at once
answer-but-mixte-says = both | a bit of both | half and half
# fr e7cbc01f
answer-but-classique = Making a living from my activity
# fr a2a4087d
answer-but-classique-other = Making a living from their activity
answer-but-classique-says = making a living | earning money | an income | paying myself | my business

# fr 30627999
question-emplois = How many jobs do you imagine in 3 years?
# fr 6985bb2e
question-emplois-other = How many jobs does this person imagine in 3 years?
# fr 1ee245ce
question-emplois-help = Type the number of the answer, not the number of jobs.
# fr 452e77e2
question-emplois-why = One kind of support asks for at least 5 jobs. Another helps to create one’s own job.
# fr 4389ecf0
topic-emplois = the jobs imagined in 3 years
# fr f29c4231
answer-emplois-1 = Mine
# fr cdeaca6e
answer-emplois-1-other = Theirs
answer-emplois-1-says = only mine | my own job | just me | one job | 1 job
# fr 3ae99a4f
answer-emplois-2_4 = 2 to 4
answer-emplois-2_4-says = between 2 and 4 | two jobs | three jobs | four jobs | two to four | 2 jobs | 3 jobs | 4 jobs
# fr 9041fa68
answer-emplois-5_plus = 5 or more
answer-emplois-5_plus-says = five or more | at least 5 | at least five | 5 jobs | ten jobs | 10 jobs | more than 5
# fr 2fa28673
answer-emplois-nsp = I do not know
answer-emplois-nsp-says = I don’t know | no idea | too early to say | not decided yet

# fr a9957d78
question-salaries = Is there at least one paid employee?
# fr f327940d
question-salaries-other = Is there at least one paid employee in the structure?
# fr 5ae48592
question-salaries-why = One free service, the DLA, asks for at least one job.
# fr 9565667b
topic-salaries = the employees
# fr 0a904076
answer-salaries-1_plus = Yes
answer-salaries-1_plus-says = yes | an employee | employees | we have employees | one employee | paid staff
# fr 7f62496b
answer-salaries-0 = No
answer-salaries-0-says = no | no employees | no employee | nobody is paid | only volunteers | no paid staff

# fr e7137cbb
question-porteuse = Can a structure host you during the study: an association, a community centre, a company?
# fr 3100c0f5
question-porteuse-other = Can a structure host them during the study: an association, a community centre, a company?
# fr 34e94139
question-porteuse-why = The FIDESS goes through a structure that employs you during the study.
# fr 81f332d9
topic-porteuse = the host structure
# fr 0a904076
answer-porteuse-oui = Yes
answer-porteuse-oui-says = yes | a structure hosts us | it is agreed
# fr 7f62496b
answer-porteuse-non = No
answer-porteuse-non-says = no | nobody | no structure | not yet | we are looking for one

# fr 233bf164
question-besoins = What do you need most?
# fr b2ff73a7
question-besoins-other = What does this person need most?
# fr 96a70490
question-besoins-why = I show first the doors that answer this need.
# fr 71759120
topic-besoins = the needs
# fr f4f5d01f
answer-besoins-accompagnement = Being supported
answer-besoins-accompagnement-says = support | guidance | advice | being helped | being guided | training | a method | coaching
# fr 25dc3060
answer-besoins-subvention = A grant
answer-besoins-subvention-says = grant | grants | funding | money | a subsidy | subsidies | financial help
# fr fb175f10
answer-besoins-pret = A loan or capital
answer-besoins-pret-says = a loan | loan | loans | credit | capital | a bank | a guarantee | an investment | borrowing
# fr cbb04f79
answer-besoins-local = Premises
answer-besoins-local-says = a place | an office | offices | a workshop | a room | a workspace | space | a shop
# fr 8371b021
answer-besoins-reseau = Meeting people
answer-besoins-reseau-says = meet people | a network | network | contacts | partners | a community | meetings
# fr e23252a8
answer-besoins-clients = Finding customers, contracts
answer-besoins-clients-says = customers | find customers | contracts | selling | public contracts | tenders | orders
# fr fdd031f4
answer-besoins-achats = Buying together for less
answer-besoins-achats-says = buy together | group purchase | buying group | pay less | cheaper supplies | cheaper insurance
# fr df6c160b
answer-besoins-plateforme = A shared digital tool
answer-besoins-plateforme-says = a platform | platform | an app | software | a website | digital tool
# fr 4e2785b5
answer-besoins-statut = Choosing a legal form
answer-besoins-statut-says = legal form | legal status | a status | which form | changing status
# fr 5e2fb24d
answer-besoins-difficulte = Getting out of difficulty
answer-besoins-difficulte-says = difficulty | difficulties | in trouble | debts | a crisis | cash problems | a hard time
# fr c542875c
answer-besoins-tester = Testing my activity
# fr 8933d35f
answer-besoins-tester-other = Testing their activity
answer-besoins-tester-says = testing | test my idea | trying | try it out | a trial

# fr 3b33cdfa
question-profil = You are rather…
# fr b2215435
question-profil-other = This person is rather…
# fr 2496a5de
question-profil-why = Without a project, the doors change with what you look for.
# fr 0f4862b5
topic-profil = who you are
# fr 96787487
answer-profil-habitant = A resident
answer-profil-habitant-says = resident | neighbour | volunteer | citizen | I live here
# fr ce443507
answer-profil-acheteur = A buyer
answer-profil-acheteur-says = buyer | public buyer | purchasing department
# fr 83d4dd9e
answer-profil-epargnant = A saver
answer-profil-epargnant-says = saver | savings | invest my money | give money
# fr 3d99643c
answer-profil-etudiant = A student or researcher
answer-profil-etudiant-says = student | researcher | teacher | my thesis
# fr 079ba4ac
answer-profil-collectivite = An elected person or public agent
answer-profil-collectivite-says = elected | councillor | public agent | town hall | local authority

# fr e7490fe5
reason-C1 = You have an idea and a link with a priority neighbourhood. CitésLab helps from the first step, free of charge.
# fr a9fdc60e
reason-C2 = If your address is in a priority neighbourhood, CitésLab can help from the idea on. Check the address first.
# fr c8c53dc4
reason-C3 = Your project touches a priority neighbourhood. CitésLab can read it and pass you on to the right people.
# fr 986e4a2b
reason-C4 = The address is to be checked. In a priority neighbourhood, CitésLab can add to your support.
# fr f54ee9d3
reason-M1 = Maillage welcomes ideas useful to the neighbourhood and helps to turn them into projects.
# fr 9fc1e8ba
reason-M2 = Your project is defined. Maillage supports the creation of ESS activities, from the first meeting to the follow-up.
# fr 3f4225f4
reason-M3 = Your structure is young. Maillage also offers a follow-up after the start.
# fr 6d16eaf2
reason-M4 = Maillage works in some areas outside the metropolis. To be checked with them.
# fr 0e49577c
reason-B1 = Your project is an ordinary company. BGE supports all company creations.
# fr 350d8001
reason-B2 = BGE can work with you on the business side: market, prices, budget.
# fr 6314a9c1
reason-B3 = Your company is young. BGE can advise you on management and customers.
# fr f97ac75d
reason-A1 = A cooperative of activity and employment lets you try your activity without creating a structure.
# fr 7dc99a95
reason-A2 = You plan to create your own job. A CAE is a way to start with others.
# fr 15aad163
reason-A3 = You work without a team. A CAE brings a frame, a group and an employment contract.
# fr 78353c15
reason-F1 = You aim at 5 jobs or more and a structure hosts you. The FIDESS can fund the study for 6 to 9 months.
# fr cb6c0d72
reason-F2 = The FIDESS may suit you, but a host structure must be found first.
# fr c6473bb6
reason-F3 = To keep for later: the FIDESS funds the study of a project already defined.
# fr accd56eb
reason-V1 = Your structure is young and your project is in Lille, Hellemmes or Lomme. The City’s permanent call helps at the start.
# fr 3522c0ea
reason-V2 = Good to know: the City’s permanent call exists for projects that start here.
# fr ea78eb18
reason-V3 = The City’s call is mostly for associations and cooperatives. Ask if your company may apply.
# fr b700eed1
reason-W1 = The City’s ESS service meets people who carry a project. Ask for a first meeting before applying.
# fr 9c795908
reason-W2 = Help at the start is over for you, but the City sometimes gives one-off support. Ask for a meeting.
# fr 0b362ce0
reason-W3 = You are a group. Talk about your project with the City’s ESS service.
# fr 0e2c28ce
reason-W5 = The City often meets projects that look for premises and can guide you.
# fr e9ee6433
reason-E1 = “Entreprendre autrement”: the MEL’s call, start-up axis (under 5 years).
# fr 53eab00b
reason-E2 = “Entreprendre autrement”: the MEL’s call, development axis (over 5 years).
# fr 480f9f82
reason-E3 = To keep in mind for a future project: the MEL’s permanent call.
# fr 712eeb50
reason-E4 = The MEL’s call may look at a young company that follows ESS rules. To be checked with the MEL.
# fr 0b7a1c16
reason-E5 = Once the structure exists, you may look at the MEL’s call.
# fr 5d874798
reason-G1 = You are outside the metropolis: look at the Region’s ESS aids. Conditions to be checked.
# fr 16e9a74f
reason-G2 = In addition, the Region has aids for structures that create jobs. Conditions to be checked.
# fr 938ccfa9
reason-N1 = Nord Actif (France Active) helps to get a loan: guarantee, advice, solidarity investment.
# fr f31be399
reason-N2 = In a hard time, think of Nord Actif. The team can look at your accounts and seek solutions with you.
# fr 32a956ad
reason-N3 = A loan is prepared later. Keep the contact of Nord Actif.
# fr 8b382652
reason-N4 = Think of mixing resources: Nord Actif can add to a grant.
# fr 919cdad8
reason-N5 = Outside the Nord, contact the France Active association of your département.
# fr 5b702120
reason-O1 = A Cigales club is a group of residents. They put their savings into small projects close to home.
# fr c20a683d
reason-J1 = Crowdfunding can add to a loan and make your project known.
# fr 3bd502c9
reason-J2 = Crowdfunding can add to a grant and show that your project is awaited.
# fr 384fd6eb
reason-S1 = Your company has a useful aim. The ESUS agreement opens the door to aids kept for the ESS.
# fr 74ed5578
reason-S2 = Your company has a useful aim. The ESUS agreement can make your commitment recognised.
# fr b501feab
reason-S3 = The ESUS agreement can help to attract solidarity savings.
# fr 64ec8fa1
reason-D1 = You have at least one employee. The DLA makes a free diagnosis and pays for fitting advice.
# fr 4834ed28
reason-D2 = Your structure has grown. A DLA helps to take stock and secure the jobs.
# fr 4295ac55
reason-D3 = You are an employer: a DLA will be useful when you want to consolidate.
# fr d0793d99
reason-D4 = You are an employer: there is a DLA in each département.
# fr d9975a19
reason-X1 = Without an employee, the Maison des associations is the right door: advice, training, documents.
# fr e0da5400
reason-X2 = The Maison des associations lends rooms and can give an association its address.
# fr 0e958d18
reason-X3 = You are a group: the Maison des associations explains how to get organised.
# fr cd7d880f
reason-X4 = Thinking of an association? The Maison des associations helps to choose and to register.
# fr 674829cf
reason-U1 = You will be several: the URSCOP explains SCOP and SCIC and helps to choose.
# fr d809b296
reason-U2 = You are a cooperative: the URSCOP is your support network.
# fr 2a37a132
reason-U3 = Going from association to SCIC takes preparation: the URSCOP knows the way.
# fr 735da6fc
reason-U4 = The legal form comes after the project. The URSCOP can already explain cooperatives to you.
# fr b1ad595a
reason-P1 = The APES runs the solidarity economy network and organises the Petits Déj (breakfasts).
# fr a6112026
reason-P2 = The APES works on responsible buying and knows the buyers of the territory.
# fr f95ed41f
reason-P3 = The APES knows the lease of social utility: your usefulness counts in the rent.
# fr f77e09a2
reason-P4 = The APES supports solidarity platform projects.
# fr a14d4335
reason-K1 = The CRESS represents the whole ESS in the region and organises the Matinales (mornings).
# fr d594adf9
reason-K2 = The CRESS guides people all over the region, with a network of advisers.
# fr fcfc73ad
reason-K3 = The CRESS knows the support near you.
# fr 98412535
reason-T1 = The community links people who carry ESS projects here. You choose what others can see.
# fr 8c2a0a5f
reason-T2 = You can already join the community and meet people who started before you.
# fr 7696665e
reason-Y1 = The easiest way to meet: a Petit Déj, a Matinale or a walking visit.
# fr 26e402a6
reason-I1 = Impact France (formerly MOUVES) brings together leaders of impact companies.
# fr 01606940
reason-Z1 = Bazaar St-So offers offices, workshops and coworking for the creative and solidarity economy.
# fr eadf3d4c
reason-Z2 = Bazaar St-So is in Lille, but it welcomes structures from the whole metropolis.
# fr 5f791188
reason-Z3 = Company hives (ruches) host and advise young companies.
# fr b0b9d7c5
reason-Z4 = A company hive (ruche) of the metropolis can host and advise a young company.
# fr 31e58158
reason-Z5 = In Roubaix, Avant-Poste is a resource place of the ESS. Ask if there is room.
# fr 60b9df79
reason-Z6 = In Roubaix, Avant-Poste is a resource place to meet others.
# fr 7e852265
reason-Z7 = The Maison de l’ESS (maison Stéphane Hessel) can inform and guide you.
# fr 2928df4d
reason-Z8 = The Maison de l’ESS brings a dozen support structures together in one place.
# fr 5c46081c
reason-Z9 = The Maison de l’ESS informs and guides anyone curious about the ESS.
# fr dde66e0d
reason-Q1 = Public buyers can reserve contracts or add social clauses. Get ready to answer.
# fr d0864a7b
reason-Q2 = Later, responsible public buying could be an outlet.
# fr 84396f9f
reason-RA = Réseau Alliances links the committed companies of the region.
# fr 134bca4d
reason-AD = The ADERE groups the purchases of ESS structures to get better prices.
# fr 23193764
reason-MO = A currency between companies is being prepared in the metropolis. Ask where it stands.
# fr 55350eb4
reason-ND = Nos Dé clics shows solidarity platforms that can already be used (food, bikes, mutual help…).
# fr 2815f574
reason-AN = ANIS gathers people of digital and social innovation. To be checked with them.
# fr b53bcea2
reason-H1 = Come to a gathering open to all. For instance: Mois de l’ESS, Quinzaine du commerce équitable, walking visits.
# fr dd8eee7d
reason-H2 = The Maison de l’ESS is open to the curious.
# fr fead3208
reason-H3 = Nos Dé clics shows how to consume and help each other differently.
# fr 282bf1ca
reason-H4 = Reserved contracts, clauses, sourcing: these are the tools of more responsible buying.
# fr 4a4f6c6b
reason-H5 = The APES helps buyers to know what the ESS offers.
# fr 9051fffa
reason-H6 = Réseau Alliances supports companies in their responsible practice.
# fr 9a11627e
reason-H7 = A Cigales club gathers residents who invest together, close to home.
# fr be56b687
reason-H8 = Crowdfunding lets you help a project directly.
# fr 26986868
reason-H9 = The Chair’ESS links research, training and people in the field.
# fr b88c5e4f
reason-H10 = The Maison de l’ESS also welcomes students and researchers.
# fr 8ff52522
reason-H11 = Gatherings let you talk with people in the field.
# fr 3112416e
reason-H12 = The APES supports local authorities and publishes a guide on solidarity platforms.
# fr f3685158
reason-H13 = The MEL organises territorial meetings with volunteer towns.
# fr 59a01925
reason-H14 = The SPASER and reserved contracts are levers for your town.
# fr 2b5fb0e2
reason-ZZ = This guide covers the metropolis of Lille. Near you, there are three doors. The CRESS of your region, the CitésLab directory, the DLA of your département.
# fr dbcc934e
reason-FB = I found no precise scheme. The APES and the CRESS are two entry doors: they listen and guide.

# fr ddc8160d
note-NE1 = The DLA is for structures with at least one employee. Meanwhile: the Maison des associations or Maillage.
# fr f789514d
note-NE2 = Grants from the City and the MEL are for structures that already exist. Come back after the start. Before that: Maillage. And a meeting with the City if the project is in Lille, Hellemmes or Lomme.
# fr 02b88b3e
note-NE3 = The MEL’s call does not take insertion workshops. Other ways: reserved contracts and the DLA. And the City’s call, if you start in Lille, Hellemmes or Lomme.
# fr 6262ea42
note-NE4 = Your company is over 3 years old. The MEL then asks for the ESUS agreement, obtained or in progress. First step: look at the agreement.
# fr bae3bef8
note-NE5 = The City’s permanent call is for Lille, Hellemmes and Lomme. For your town, look at the MEL’s call. Ask your town hall too.
# fr e955188f
note-NE6 = The City’s call helps mostly at the start. Your structure is older: ask for a meeting, and look at the MEL’s call.
# fr 8f20f79d
note-NE7 = The FIDESS is for projects of at least 5 jobs in 3 years. For a smaller project: Maillage and Nord Actif.
# fr 46dced54
note-NE8 = The FIDESS goes through a host structure, which employs you during the study. A community centre or an association can do it.
# fr a9414482
note-NE9 = A micro-enterprise does not enter the ESS grants of the City or the MEL. Other ways: BGE, CAE, a loan with Nord Actif.
# fr ddcdcd72
note-NE10 = You are outside the metropolis. The calls of the City and the MEL do not apply. The CRESS will guide you.
# fr 9fa77334
note-NE11 = This guide only knows the metropolis of Lille and a little of its region.
# fr c98104a4
note-NE12 = We do not know if your address is in a priority neighbourhood. You can check at sig.ville.gouv.fr, without giving us the address.
# fr 1a62a7de
note-NE13 = Your project looks like an ordinary company. That is fine: BGE welcomes you.

## schemes.yaml

# fr f24ac37b
scheme-cites_lab = CitésLab
# fr d993770f
scheme-cites_lab-gives = Information meetings, workshops, free follow-up. CitésLab helps to clarify the idea, then hands over.
# fr 5d9bfa02
scheme-cites_lab-for-whom = People who live in a priority neighbourhood and think of creating an activity. ESS or not.
# fr 31ba1944
scheme-cites_lab-conditions = CitésLab comes before the creation services. It is only for priority neighbourhoods. Elsewhere, Maillage or BGE do a similar job. Living elsewhere and starting in the neighbourhood: to be checked with them.
# fr a0bfaf0a
scheme-cites_lab-say = Hello, I have an idea for an activity and a link with a priority neighbourhood. Who can help me prepare it?
# fr 1579b575
scheme-cites_lab-with-others = CitésLab comes first. Maillage or BGE take over.
# fr fc2088fc
scheme-cites_lab-step-1 = Find the CitésLab contact of your neighbourhood in the national directory.
# fr da6e4968
scheme-cites_lab-step-2 = Without Internet, ask for the next session at the town hall or the community centre.

# fr 104949fd
scheme-maillage = Maillage
# fr 899be1c5
scheme-maillage-gives = Support in three steps: the first meeting, the creation, then the follow-up. Alone or in a group.
# fr 39c592a8
scheme-maillage-for-whom = People and teams who create a useful activity, and young associations.
# fr 87375f96
scheme-maillage-conditions = Ask for the price. In the region, some ESS support is free.
# fr 46b576f2
scheme-maillage-say = Hello, I am preparing a useful project here. I would like a first meeting.
# fr 19083cf3
scheme-maillage-with-others = Maillage brings the method. The FIDESS can pay the study. The URSCOP helps with the legal form.
# fr 930b4a9c
scheme-maillage-step-1 = Look at the site of Maillage and ask for a first meeting.
# fr e4f00df2
scheme-maillage-step-2 = At the Maison de l’ESS, ask for the contact of Maillage.

# fr 9fd5ff87
scheme-fidess = FIDESS
# fr 65590c74
scheme-fidess-gives = Funding for 6 to 9 months to study a large project. Up to 70% of the study, up to 30,000 euros (page read in 2026, to check).
# fr 7ac68eff
scheme-fidess-for-whom = A person preparing a project of at least 5 jobs in 3 years. A structure hosts them.
# fr f21dc6b6
scheme-fidess-conditions = A host structure is needed: it employs you during the study. Whether it is open in 2026 is to be checked.
# fr 8c3792fe
scheme-fidess-say = Hello, I am preparing a project of at least 5 jobs. Is the FIDESS open, and who takes the request?
# fr b72d682f
scheme-fidess-with-others = A community centre can host you. Maillage brings the method during the study.
# fr 18f76a3a
scheme-fidess-step-1 = On the regional ESS portal, look for who follows the FIDESS.
# fr 968c7907
scheme-fidess-step-2 = At the Maison de l’ESS, ask if the FIDESS is open this year.

# fr ef7e1cdc
scheme-ville_aap = Permanent call for projects of the City of Lille
# fr 9b360aaa
scheme-ville_aap-gives = Money to start (a grant). Also advice, contacts and help to find premises.
# fr 04182ffc
scheme-ville_aap-for-whom = New, useful and viable activities, rooted in a neighbourhood of Lille, Hellemmes or Lomme.
# fr 6c91c59d
scheme-ville_aap-conditions = The City studies each file with the MEL. The help is for the first years. The form and the calendar are to be checked.
# fr 2cbaa234
scheme-ville_aap-say = Hello, our structure is starting in Lille. I would like to talk about the permanent call with the ESS service.
# fr 4f2a32ce
scheme-ville_aap-with-others = The City and the MEL study the files together. One preparation, two calls.
# fr b47e08b0
scheme-ville_aap-step-1 = At the town hall reception, ask for the social and solidarity economy service.
# fr 74c7bcfd
scheme-ville_aap-step-2 = At the Maison de l’ESS, ask how to get a meeting with the City.

# fr 64e80564
scheme-mel_ea = “Entreprendre autrement”, the MEL’s call
# fr 83af0929
scheme-mel_ea-gives = Money (a grant), one time only. Up to 30,000 euros, and up to 30% of the budget (rule of April 2024).
# fr 5a9ad057
scheme-mel_ea-for-whom = ESS structures active in the metropolis. Start-up axis under 5 years, development axis over.
# fr dda8a61f
scheme-mel_ea-conditions = The structure must exist. A company over 3 years old needs the ESUS agreement, or a request in progress. Insertion workshops are not taken. 2026 rules to be checked.
# fr 38625fd2
scheme-mel_ea-say = Hello, our structure is active in the metropolis. I would like the rules of the call “Entreprendre autrement”.
# fr 153c97b3
scheme-mel_ea-with-others = The City of Lille and the MEL study the files together. A DLA helps to prepare the development axis.
# fr bff70697
scheme-mel_ea-step-1 = A public page describes the call: read it, then check the rules with the MEL.
# fr 6b2a3bed
scheme-mel_ea-step-2 = At the reception of the MEL, ask for the economy and employment service.

# fr 16d8b23c
scheme-dla = Local support scheme (DLA)
# fr be5367fa
scheme-dla-gives = A shared diagnosis, then advice from specialists paid by the DLA. It is free. It lasts from 2 months to 2 years.
# fr f3943190
scheme-dla-for-whom = Associations, cooperatives, insertion structures and ESUS companies that employ at least one person.
# fr 6a8f3ca3
scheme-dla-conditions = The structure already exists and has at least one employee.
# fr 259d58e7
scheme-dla-say = Hello, we have at least one employee and we want to take stock. How do we ask for a DLA?
# fr 7351dce7
scheme-dla-with-others = Nord Actif also runs the help with funding: the model first, the money next.
# fr ba915262
scheme-dla-step-1 = The national site explains the DLA and gives the contact of your département.
# fr e2152547
scheme-dla-step-2 = Nord Actif runs the DLA here: ask for a first talk.

# fr 9c2bd726
scheme-ville_rdv = Meeting with the City’s ESS service
# fr b6ad9b05
scheme-ville_rdv-gives = A meeting, advice and guidance to the right people. Sometimes one-off support.
# fr 65d5ce69
scheme-ville_rdv-for-whom = Projects and structures of Lille, Hellemmes and Lomme, at any age.
# fr 39b3f5ef
scheme-ville_rdv-say = Hello, I carry a solidarity project in Lille. I would like a meeting to know where to start.
# fr fee0a184
scheme-ville_rdv-with-others = This meeting prepares the City’s call for projects. The MEL may take part.
# fr b47e08b0
scheme-ville_rdv-step-1 = At the town hall reception, ask for the social and solidarity economy service.
# fr 74c7bcfd
scheme-ville_rdv-step-2 = At the Maison de l’ESS, ask how to get a meeting with the City.

# fr 11fea9fd
scheme-nord_actif = Nord Actif (France Active)
# fr d8fa2a09
scheme-nord_actif-gives = A guarantee for the bank, a solidarity loan, an investment. And advice on your budget.
# fr e8c19115
scheme-nord_actif-for-whom = People far from banks and ESS structures, from creation to growth.
# fr d5c60a83
scheme-nord_actif-conditions = Outside the Nord, it is the France Active association of your département.
# fr 3e6523bf
scheme-nord_actif-say = Hello, I am preparing a loan for my project. Can you look at my budget with me?
# fr d38d4fe2
scheme-nord_actif-with-others = Mixing loan, Cigales and crowdfunding lowers the risk. The DLA helps to rework the model.
# fr 3e7a0c1a
scheme-nord_actif-step-1 = Look at the site of Nord Actif and ask for a meeting.
# fr 62f8ebcb
scheme-nord_actif-step-2 = At the Maison de l’ESS, ask for the contact of Nord Actif.

# fr 94f961fa
scheme-bge = BGE Hauts-de-France
# fr d9460cae
scheme-bge-gives = Help to create one’s company: the market, the prices, the budget, the first steps.
# fr 2de5bdfc
scheme-bge-for-whom = Anyone creating a company, ESS or not. Young companies too.
# fr 68bf63f8
scheme-bge-say = Hello, I want to create my activity. I would like to work on my prices and budget with you.
# fr fea79c93
scheme-bge-with-others = In a priority neighbourhood, CitésLab comes before BGE. For a solidarity project, Maillage does a similar job.
# fr dff6bad1
scheme-bge-step-1 = BGE runs CitésLab here: the CitésLab directory gives a contact.
# fr 3bf23543
scheme-bge-step-2 = At the reception of your town hall, ask for the nearest BGE session.

# fr 1c389aeb
scheme-cae = Cooperative of activity and employment (CAE)
# fr 8bc03a42
scheme-cae-gives = A frame to try or run an activity. With an employment contract, shared accounting and advice.
# fr 14a3005d
scheme-cae-for-whom = People who want to test an activity, or run it without being alone.
# fr 1f0a7b58
scheme-cae-conditions = You pay a share of your sales to the cooperative. Some have a trade: building, digital.
# fr 1e5f5deb
scheme-cae-say = Hello, I want to test my activity before creating. How does one join your cooperative?
# fr ea5c4536
scheme-cae-with-others = Testing in a CAE does not prevent creating a structure later. The MEL’s call will come then, to be checked.
# fr bed1f28a
scheme-cae-step-1 = One of the cooperatives of the region explains the idea on its site.
# fr 26acec4e
scheme-cae-step-2 = At the Maison de l’ESS, ask for the list of cooperatives of activity and employment.

# fr c8d5ea79
scheme-urscop = URSCOP, the regional union of SCOP and SCIC
# fr 2adc2933
scheme-urscop-gives = Information and support to create a SCOP or a SCIC, or to become one.
# fr 032f0557
scheme-urscop-for-whom = Teams creating a cooperative, and associations or companies that want to become one.
# fr 73774c34
scheme-urscop-say = Hello, we hesitate between SCOP and SCIC. Can you explain the differences?
# fr 5751c45b
scheme-urscop-with-others = The URSCOP helps with the legal form, Maillage with the activity.
# fr 0ce65900
scheme-urscop-step-1 = The URSCOP was at the Maison de l’ESS in 2017: ask at the reception.
# fr 1acf30d0
scheme-urscop-step-2 = The regional ESS portal presents the networks.

# fr 6d9384f8
scheme-maison_associations = Maison des associations
# fr aa103a4b
scheme-maison_associations-gives = Advice, training, documents, rooms, and an address for the association.
# fr f761d25d
scheme-maison_associations-for-whom = Associations, and people who want to create one.
# fr 321152f2
scheme-maison_associations-conditions = There is one in Roubaix and Tourcoing too. Elsewhere, ask for the support point for associations.
# fr 8a4d586a
scheme-maison_associations-say = Hello, we are volunteers and we want to be better organised. What advice do you give?
# fr 133cb0fd
scheme-maison_associations-with-others = When you have an employee, the DLA can take over.
# fr decb59d1
scheme-maison_associations-step-1 = At the reception of your town hall, ask for the nearest Maison des associations.
# fr 62803f00
scheme-maison_associations-step-2 = Walk into the Maison des associations and ask for first advice.

# fr b5d98d05
scheme-esus = ESUS agreement
# fr 94ca1d5e
scheme-esus-gives = A recognition by the State. It opens some funding. For a company, it also opens the door of the DLA and the MEL.
# fr ad1c3532
scheme-esus-for-whom = Structures whose statutes put social utility first.
# fr a1a11a6a
scheme-esus-conditions = The highest wages are limited. The capital is not sold on a market. Some structures have it by law.
# fr ba99634e
scheme-esus-say = Hello, our company has a useful aim. Which papers are needed to ask for the ESUS agreement?
# fr 9775c8dd
scheme-esus-with-others = With the agreement, a company can look at the MEL’s call and the DLA.
# fr 818f6f41
scheme-esus-step-1 = The regional ESS portal explains how to ask for the agreement.
# fr 9e4dd2d6
scheme-esus-step-2 = The file goes to the State service of the département. Ask it for the list of papers.

# fr 08534744
scheme-apes = APES, network for a solidarity economy
# fr 2ee57201
scheme-apes-gives = Guidance, a watch on funding, training. And meetings: the Petits Déj (breakfasts).
# fr e8235811
scheme-apes-for-whom = Anyone carrying a solidarity project, buyers and local authorities.
# fr 9989c3f8
scheme-apes-conditions = Some services ask for membership.
# fr cdfb6fd8
scheme-apes-say = Hello, I carry a solidarity project here. Whom do you advise me to see?
# fr 7b80dff0
scheme-apes-with-others = The APES and the CRESS go well together: one here, one for the region.
# fr 0be9a517
scheme-apes-step-1 = Look at the site of the APES and ask for a first talk.
# fr 3bf0e1a0
scheme-apes-step-2 = The APES was at the Maison de l’ESS in 2017: ask at the reception.

# fr 0a28b428
scheme-cress = CRESS Hauts-de-France
# fr fce18d5a
scheme-cress-gives = Guidance all over the region, the Matinales, and the Mois de l’ESS in November.
# fr 1ad8722e
scheme-cress-for-whom = All ESS structures, and people who want to create one.
# fr 2fad18b2
scheme-cress-say = Hello, I am looking for support for a solidarity project near me. Who can help?
# fr ded4d823
scheme-cress-with-others = The CRESS and the APES go well together: one for the region, one here.
# fr 7b9d868b
scheme-cress-step-1 = The regional ESS portal presents the support and the tools.
# fr dccc7073
scheme-cress-step-2 = At the Maison de l’ESS, ask for the contact of the CRESS.

# fr c6a9a5fc
scheme-communaute = The community of solidarity projects
# fr 66f69231
scheme-communaute-gives = Meeting people who have already started here. Exchanging advice, contacts, equipment.
# fr 33ac8552
scheme-communaute-for-whom = People who carry an ESS project in the metropolis.
# fr d7bf2a42
scheme-communaute-conditions = The City and the MEL want to bring this community to life. Ask the networks how to join.
# fr 50e0b914
scheme-communaute-say = Hello, I carry a project here. How can I meet other project holders?
# fr 8db2118c
scheme-communaute-with-others = An open gathering is a good first step.
# fr f9991d36
scheme-communaute-step-1 = Ask the APES or the CRESS for the next dates.
# fr d734f0f5
scheme-communaute-step-2 = At the Maison de l’ESS, ask to meet other projects.

# fr dd9fc851
scheme-evenements = ESS gatherings
# fr 81f757dd
scheme-evenements-gives = Petits Déj, Matinales, walking visits. Also the Mois de l’ESS and the Quinzaine du commerce équitable.
# fr 5957281d
scheme-evenements-for-whom = Everyone. Some gatherings are for members only.
# fr c8c79dbf
scheme-evenements-say = Hello, I would like to come to a gathering. When is the next one, and where?
# fr a3ab4082
scheme-evenements-with-others = You often meet the APES, the CRESS and the City there.
# fr f9991d36
scheme-evenements-step-1 = Ask the APES or the CRESS for the next dates.
# fr 1dd943d5
scheme-evenements-step-2 = At the Maison de l’ESS, ask for the calendar of gatherings.

# fr a3772e01
scheme-bazaar_st_so = Bazaar St-So
# fr d49fd3df
scheme-bazaar_st_so-gives = Offices, workshops, shared work space (coworking) and a room for gatherings.
# fr 885d3cf1
scheme-bazaar_st_so-for-whom = Structures of the creative and solidarity economy, from Lille and the metropolis.
# fr db07f54e
scheme-bazaar_st_so-conditions = You pay to use it. Ask if there is room.
# fr cc10b501
scheme-bazaar_st_so-say = Hello, we are looking for a work space. Do you have room, and at what price?
# fr 27c99be3
scheme-bazaar_st_so-with-others = Initiatives et Cités is at the origin of the place. Later, the APES knows a lease with a fairer rent.
# fr 3c4da2d6
scheme-bazaar_st_so-step-1 = Go and visit Bazaar St-So, in Lille-Saint-Sauveur, and ask for free places.
# fr e3bb9772
scheme-bazaar_st_so-step-2 = At the Maison de l’ESS, ask for the contact of Bazaar St-So.

# fr 5b107c1b
scheme-ruches = Company hives (ruches d’entreprises)
# fr 6f5c169f
scheme-ruches-gives = Offices or workshops for young companies, with advice.
# fr 63cc0875
scheme-ruches-for-whom = Young companies of all trades. The MEL wants ESS projects in them.
# fr b0731735
scheme-ruches-conditions = There are some in Tourcoing, Hellemmes, Villeneuve-d’Ascq and Armentières. Today’s rules are to be checked.
# fr d306083e
scheme-ruches-say = Hello, our young structure is looking for premises. Does a hive have room?
# fr 209f02d3
scheme-ruches-with-others = A place now, a fairer lease later. The APES knows the lease of social utility.
# fr cfdabc2d
scheme-ruches-step-1 = At the reception of the MEL, ask for the nearest hive and its free places.
# fr b8f5b1c5
scheme-ruches-step-2 = At the reception of your town hall, ask for the economy service.

# fr 11e14b29
scheme-avant_poste = Avant-Poste, in Roubaix
# fr 1200f73c
scheme-avant_poste-gives = A resource place of the ESS in Roubaix. The MEL names it for walking visits.
# fr ca3fb92e
scheme-avant_poste-for-whom = People and structures of Roubaix and around.
# fr 65ff61fd
scheme-avant_poste-conditions = We know little about this place. Everything is to be checked.
# fr c43b26b5
scheme-avant_poste-say = Hello, I am looking for a place or ESS contacts in Roubaix. What do you offer?
# fr 00eedc29
scheme-avant_poste-step-1 = At the reception of the Roubaix town hall, ask for the address of Avant-Poste.
# fr 41252a06
scheme-avant_poste-step-2 = Ask the APES what Avant-Poste offers.

# fr 438e8768
scheme-mess = Maison de l’ESS (maison Stéphane Hessel)
# fr af9acaad
scheme-mess-gives = A place to get information and guidance. A dozen support structures were there in 2017.
# fr 43d1562f
scheme-mess-for-whom = Everyone: project holders, curious people, students.
# fr ffe0884b
scheme-mess-conditions = The structures there may have changed. Ask for the hours before you come.
# fr 8b4bef70
scheme-mess-say = Hello, I have a project or a question. Who can inform me here?
# fr 5aa3ca36
scheme-mess-with-others = You may meet the APES, the URSCOP and the Cigales there.
# fr 6705b493
scheme-mess-step-1 = Come to the reception, in the Lille-Moulins neighbourhood.
# fr 451cb665
scheme-mess-step-2 = The City’s page presents the place.

# fr 63e40dfd
scheme-cigales = Cigales clubs
# fr b36bac2f
scheme-cigales-gives = Money placed by residents. Up to 10,000 euros per club (page read in 2026). And volunteer advice.
# fr 9809e6e9
scheme-cigales-for-whom = Small companies, cooperatives, CAE projects and associations that sell. Also residents who want to invest together.
# fr eb732680
scheme-cigales-conditions = The club is near the project and stays in the minority. An association gives the money back later.
# fr 71d997d8
scheme-cigales-say = Hello, is there a Cigales club near me? I would like to present a project, or join a club.
# fr d78f0913
scheme-cigales-with-others = Mixing Cigales, crowdfunding and Nord Actif lowers the risk.
# fr 7a39fa42
scheme-cigales-step-1 = The Cigales were at the Maison de l’ESS in 2017: ask at the reception.
# fr 3a461604
scheme-cigales-step-2 = The APES knows the local clubs: ask it for a contact.

# fr 7500f91f
scheme-crowdfunding = Crowdfunding
# fr a3cb5063
scheme-crowdfunding-gives = Many people give, lend or invest a little. It also makes the project known.
# fr d1f1f6f0
scheme-crowdfunding-for-whom = Any project, mostly for one precise cost, one time.
# fr a016834d
scheme-crowdfunding-conditions = It is not a lasting resource. This guide recommends no platform.
# fr b21070f6
scheme-crowdfunding-say = Hello, I am preparing an online collection. Do you have examples from here, and advice?
# fr 940cf3e1
scheme-crowdfunding-with-others = To be mixed with a Cigales club and Nord Actif.
# fr 700dfa7c
scheme-crowdfunding-step-1 = Ask the APES for examples of collections that worked here.
# fr 11a558f9
scheme-crowdfunding-step-2 = At the Maison de l’ESS, ask who can read your collection project.

# fr d2a0eb10
scheme-region_ess = The Region’s ESS aids
# fr 9fbd6d99
scheme-region_ess-gives = Several aids: new activity, social innovation, advance at zero interest.
# fr c4740aa0
scheme-region_ess-for-whom = ESS structures that create or keep jobs in the region.
# fr 175c46ae
scheme-region_ess-conditions = Each aid has its rules. Some trades are not taken. Everything is to be checked for 2026.
# fr a1bcb413
scheme-region_ess-say = Hello, our ESS structure wants to create a job. Which regional aid is open?
# fr f919d8ba
scheme-region_ess-with-others = The CRESS can tell you which aid to look at first.
# fr 00839165
scheme-region_ess-step-1 = The Region’s site for companies describes these aids.
# fr 7b9d868b
scheme-region_ess-step-2 = The regional ESS portal presents the support and the tools.

# fr 50953a6f
scheme-commande_publique = Responsible public buying
# fr 4673a047
scheme-commande_publique-gives = Reserved contracts, social clauses, and meetings before the purchase (sourcing).
# fr 865da504
scheme-commande_publique-for-whom = Structures that sell, and buyers who want to buy better.
# fr 1a109437
scheme-commande_publique-conditions = A contract reserved to the ESS lasts 3 years at most. Thresholds may have changed since 2021.
# fr 8eebf77f
scheme-commande_publique-say = Hello, we want to answer public purchases. Which reserved contracts or clauses are you preparing?
# fr ab36bc88
scheme-commande_publique-with-others = Selling to a public body adds to a grant. It does not replace it.
# fr b3544a46
scheme-commande_publique-step-1 = At the public body’s reception, ask for the purchasing service and its plan (SPASER).
# fr 57705a06
scheme-commande_publique-step-2 = The APES works on responsible buying: ask it for a contact.

# fr a76dfbb8
scheme-adere = ADERE, the purchasing group
# fr ce8a2c6a
scheme-adere-gives = Chosen suppliers, studied prices and checked invoices.
# fr 1f829595
scheme-adere-for-whom = All ESS structures of the region.
# fr adefdc0b
scheme-adere-conditions = You have to join. Ask for the price.
# fr 7c3dc1d6
scheme-adere-say = Hello, we want to pay less for our supplies. How do we join, and what can you compare?
# fr 2d599779
scheme-adere-step-1 = At the Maison de l’ESS, ask for the contact of the ADERE.
# fr 1acf30d0
scheme-adere-step-2 = The regional ESS portal presents the networks.

# fr 9f38e819
scheme-monnaie = Currency between companies (in preparation)
# fr f499a939
scheme-monnaie-gives = A project: trading services between companies, without paying in euros at once.
# fr 1d8196a2
scheme-monnaie-for-whom = Companies and associations of the metropolis that buy from and sell to each other.
# fr d697f9c9
scheme-monnaie-conditions = We do not know if it works today. Check before you count on it.
# fr 7e02f5ce
scheme-monnaie-say = Hello, where does the currency between companies stand? Can one already trade, and with whom?
# fr f9ae09d4
scheme-monnaie-with-others = It does not replace a purchasing group such as the ADERE.
# fr 3d299510
scheme-monnaie-step-1 = The site of the association explains the project.
# fr ac76d5c2
scheme-monnaie-step-2 = Ask the APES where the project stands.

# fr 3448fe57
scheme-nosdeclics = Nos Dé clics, solidarity platforms
# fr a428f907
scheme-nosdeclics-gives = A site that shows solidarity platforms. To eat local, travel, deliver, exchange, book a room.
# fr 9d6fbd43
scheme-nosdeclics-for-whom = Residents, structures and local authorities.
# fr 3d3d3a38
scheme-nosdeclics-conditions = Talk about your needs first. The tool comes next.
# fr 88c16f5d
scheme-nosdeclics-say = Hello, we are looking for a shared tool. Is there already a solidarity platform for this need?
# fr 34bab44a
scheme-nosdeclics-with-others = The APES supports platform projects. ANIS knows solidarity digital tools.
# fr 76764a85
scheme-nosdeclics-step-1 = Look at the site Nos Dé clics.
# fr 23d22552
scheme-nosdeclics-step-2 = Ask the APES for the online course on platforms.

# fr 1e1a4b1d
scheme-anis = ANIS, digital and social innovation
# fr df22644d
scheme-anis-gives = A mutual help network of people who make useful digital tools.
# fr cb84d917
scheme-anis-for-whom = Digital projects with a social aim.
# fr ae85bbd0
scheme-anis-conditions = Whether the association is active today is to be checked.
# fr 13c2e23d
scheme-anis-say = Hello, we are preparing a digital tool useful to all. Who can advise us?
# fr 214b48b5
scheme-anis-with-others = To look at with Nos Dé clics: the tool may already exist.
# fr 96833725
scheme-anis-step-1 = Ask the APES if ANIS is still active, and for its contact.
# fr 4c7cd0df
scheme-anis-step-2 = At the Maison de l’ESS, ask for the contact of ANIS.

# fr 6b856449
scheme-impact_france = Mouvement Impact France (formerly MOUVES)
# fr 0ec43fdc
scheme-impact_france-gives = Meetings between people who lead impact companies.
# fr b5da5ddd
scheme-impact_france-for-whom = Leaders of useful companies, in the ESS or not.
# fr 938b0d44
scheme-impact_france-conditions = Whether there is a team in the region is to be checked.
# fr 60bb46ae
scheme-impact_france-say = Hello, I lead a company with a useful aim. How can I meet your members here?
# fr 741161fc
scheme-impact_france-step-1 = At the Maison de l’ESS, ask for the regional contact of Impact France.
# fr 31cc763a
scheme-impact_france-step-2 = Ask the APES for this contact.

# fr e21f3835
scheme-reseau_alliances = Réseau Alliances
# fr ca41e9e6
scheme-reseau_alliances-gives = Clubs and workshops between committed companies.
# fr 88a1e6a1
scheme-reseau_alliances-for-whom = Companies that want more responsible practice (RSE).
# fr bd011790
scheme-reseau_alliances-say = Hello, our company wants to act more responsibly. Which workshops do you offer?
# fr 8229c853
scheme-reseau_alliances-step-1 = Look at the site of Réseau Alliances.

# fr d0732d4c
scheme-chairess = Chair’ESS
# fr 25dcc259
scheme-chairess-gives = A link between research, training and people of the ESS.
# fr 903af989
scheme-chairess-for-whom = Students, researchers and curious people of the field.
# fr 6c55bf36
scheme-chairess-say = Hello, I am studying the ESS here. With whom can I talk?
# fr f29ccd51
scheme-chairess-step-1 = The Chair’ESS has been named at the Maison de l’ESS: ask at the reception.
# fr ac44d73b
scheme-chairess-step-2 = The CRESS also knows the research: see the regional portal.

# fr 983a6c49
scheme-initiatives_cites = Initiatives et Cités
# fr a8f223ae
scheme-initiatives_cites-gives = A union of ESS companies. It is at the origin of Bazaar St-So and runs it with SMART.
# fr 517b64eb
scheme-initiatives_cites-for-whom = ESS companies of Lille.
# fr baf9d08f
scheme-initiatives_cites-say = Hello, our ESS company is in Lille. How can we join you or work with you?
# fr 19c591d1
scheme-initiatives_cites-with-others = To see with Bazaar St-So.
# fr 03e96bf1
scheme-initiatives_cites-step-1 = Call at Bazaar St-So, in Lille-Saint-Sauveur, and ask for Initiatives et Cités.

# fr ed2cf33a
scheme-hors_territoire = Near you
# fr 860d7a17
scheme-hors_territoire-gives = Three doors exist almost everywhere. The CRESS of your region, CitésLab, and the DLA of your département.
# fr a40c4801
scheme-hors_territoire-for-whom = People and structures outside Hauts-de-France.
# fr 750e2309
scheme-hors_territoire-say = Hello, I carry a solidarity project near here. Who welcomes projects in this département?
# fr 3aff811b
scheme-hors_territoire-step-1 = Look for the DLA of your département.
# fr ba8a2fd1
scheme-hors_territoire-step-2 = Look for CitésLab near you.
# fr cb68bf3d
scheme-hors_territoire-step-3 = At your town hall’s reception, ask for the CRESS of your region.
