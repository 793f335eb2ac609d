# English for places.yaml, pages.yaml and glossary.yaml. French is the reference.
# Each comment `fr` holds the start of the hash of the French sentence: `check` tells when it changed.

## places.yaml

# fr 526abc75
elsewhere-region = Elsewhere in Hauts-de-France
elsewhere-region-says = outside the metropolis | in the region | elsewhere in the region
# fr 65964964
elsewhere-ailleurs = Elsewhere
elsewhere-ailleurs-says = another region | outside the region | abroad | Belgium
# fr 94f3c3d5
need-se_renseigner = Get information
need-se_renseigner-says = information | advice | learn about the ESS
# fr ccb80505
need-travailler = Work
need-travailler-says = an office | a desk | coworking
# fr b84dab3f
need-se_reunir = Meet
need-se_reunir-says = a room | a meeting room | meet people
# fr f56d93d4
need-atelier = Make things in a workshop
need-atelier-says = a workshop | make things | crafts | woodwork
# fr 8b8c4d80
resource-mess = People come here to learn about the solidarity economy. A dozen networks were under the same roof.
# fr 602d3247
resource-mess-access = Access for all to be confirmed at the reception.
# fr 6570ba0f
resource-bazaar_st_so = It has offices, workshops and meeting spaces. You pay to use it. Ask which places are free.
# fr 4cd23685
resource-bazaar_st_so-access = Access for all to be confirmed with the place.
# fr 614ef3ff
resource-avant_poste = The metropolis names it as a resource place to discover and meet. Check that it is open.
# fr 4cd23685
resource-avant_poste-access = Access for all to be confirmed with the place.
# fr 4af2d575
resource-cofabrik = A shared crafts workshop and workspace. People work with clay, wood and graphic arts there.
# fr 4cd23685
resource-cofabrik-access = Access for all to be confirmed with the place.
# fr 6e695532
resource-epine = People can meet and cook together there. Some services hold office hours there.
# fr 4cd23685
resource-epine-access = Access for all to be confirmed with the place.
# fr 6e695532
resource-dombrowski = People can meet and cook together there. Some services hold office hours there.
# fr 4cd23685
resource-dombrowski-access = Access for all to be confirmed with the place.
# fr 8dbb466d
resource-maison_associations = Advice and rooms for associations. An association can ask for an address there.
# fr 602d3247
resource-maison_associations-access = Access for all to be confirmed at the reception.
# fr 8ffaffce
resource-ruche_tourcoing = Offices and workshops for young companies, with advice. Entry rules are to be checked.
# fr c3055d28
resource-ruche_tourcoing-access = Access for all to be confirmed with the site.
# fr 8ffaffce
resource-ruche_hellemmes = Offices and workshops for young companies, with advice. Entry rules are to be checked.
# fr c3055d28
resource-ruche_hellemmes-access = Access for all to be confirmed with the site.
# fr 8ffaffce
resource-ruche_villeneuve_d_ascq = Offices and workshops for young companies, with advice. Entry rules are to be checked.
# fr c3055d28
resource-ruche_villeneuve_d_ascq-access = Access for all to be confirmed with the site.
# fr 8ffaffce
resource-ruche_armentieres = Offices and workshops for young companies, with advice. Entry rules are to be checked.
# fr c3055d28
resource-ruche_armentieres-access = Access for all to be confirmed with the site.
# fr e9ff4261
resource-castorama = Projects were to settle there for a time. It was planned in 2022. Ask the metropolis where this stands.
# fr 7a5c40cf
resource-castorama-access = Access for all to be confirmed.
# fr e9ff4261
resource-verlinde = Projects were to settle there for a time. It was planned in 2022. Ask the metropolis where this stands.
# fr 7a5c40cf
resource-verlinde-access = Access for all to be confirmed.

## pages.yaml

# fr 8413f9ec
page-regle_4p = The 4P rule: questions to ask yourself
# fr 8ea71461
page-regle_4p-intro = Eight questions to prepare a meeting about an association's tax. There is no score and no verdict. I do not keep your answers.
# fr 79c7dd2c
page-regle_4p-item-q1 = Are your leaders volunteers, or nearly?
# fr 92369374
page-regle_4p-item-q2 = Do companies offer the same thing, to the same people, near you?
# fr ab288162
page-regle_4p-item-q3 = Product: do you meet a need that the market covers little or badly?
# fr 5fd11765
page-regle_4p-item-q4 = Public: are your paid services mostly for people in a hard situation?
# fr 85f2be47
page-regle_4p-item-q5 = Price: is it clearly lower, set by an authority, or adapted to income?
# fr bc3ce6ad
page-regle_4p-item-q6 = Publicity: do you inform people without paid commercial advertising?
# fr 47329270
page-regle_4p-item-q7 = Surplus: does what you earn go back into the project?
# fr 57e0f9f7
page-regle_4p-item-q8 = Do you keep separate accounts for what you sell?
# fr 0a904076
page-regle_4p-answer-oui = Yes
page-regle_4p-answer-oui-says = definitely
# fr e9c830ef
page-regle_4p-answer-en_partie = Partly
page-regle_4p-answer-en_partie-says = a little | sometimes
# fr 7f62496b
page-regle_4p-answer-non = No
page-regle_4p-answer-non-says = not at all | never
# fr 2fa28673
page-regle_4p-answer-nsp = I don't know
page-regle_4p-answer-nsp-says = no idea | not sure
# fr c4c56d3d
page-regle_4p-concern = Look at this closely: companies already do this. Your product and your public are like theirs.
# fr 66b031ea
page-regle_4p-closing = These questions prepare a meeting. They do not say whether you must pay tax. Only the administration can answer, in writing, if you ask (a rescrit). Talk to the Maison des associations, the DLA or an accountant.
# fr b617d139
page-plateformes = Solidarity platforms
# fr e48c50e1
page-plateformes-intro = A solidarity platform is a site or an app in the service of all. Its users have a say. The APES presents them on nosdeclics.org. First the needs, then five situations.
# fr 1d5ed23c
page-plateformes-section-manger = Eating local food
# fr bbbcbc9a
page-plateformes-section-manger-text = CoopCircuits: producers and groups sell together, and solidarity grocers use it. Le court-circuit: farm products ordered online.
# fr accdf29d
page-plateformes-section-se_deplacer = Getting around
# fr 47da3d20
page-plateformes-section-se_deplacer-text = Mobicoop: free car sharing, run by a cooperative.
# fr 7389849f
page-plateformes-section-livrer = Delivering by bike
# fr a13147e5
page-plateformes-section-livrer-text = CoopCycle: software for bike delivery cooperatives. Lille.Bike: express deliveries by bike.
# fr 6e4ce852
page-plateformes-section-echanger = Swapping, lending, buying together
# fr 081019e9
page-plateformes-section-echanger-text = Tipimi: swap, lend and buy together.
# fr f3d9fc3e
page-plateformes-section-reserver = Booking a room or equipment
# fr 70060f71
page-plateformes-section-reserver-text = Dokos: an open-source tool made for third places. Espace sur demande: a public tool of the ANCT for local authorities.
# fr 67ad69a7
page-plateformes-section-convient = 1. A platform already fits
# fr 9739466a
page-plateformes-section-convient-text = Contact the people who run it. Try it with real users. Decide together locally how it is used.
# fr 93b6376d
page-plateformes-section-adapter = 2. It fits, but must change
# fr 73acb44c
page-plateformes-section-adapter-text = Many platforms can take another name and other settings. Adapt it with its authors and its future users.
# fr bb7add5c
page-plateformes-section-solidaire = 3. It fits, but is it solidarity-based?
# fr 915e4fb0
page-plateformes-section-solidaire-text = Ask four questions. How are profits shared? What place do users have in decisions? What happens to the data? What good is it aiming at?
# fr 52e14adc
page-plateformes-section-inexistante = 4. It does not exist yet
# fr 2a8869bc
page-plateformes-section-inexistante-text = Write the needs together, in a workshop. Look for a supplier who accepts this kind of project; CLISS XXI is named. Then prepare the purchase.
# fr 6b1d8298
page-plateformes-section-trop_tot = 5. It is too early
# fr 67fd85f9
page-plateformes-section-trop_tot-text = There is no group yet. Gather people first. Make the needs clear in a workshop.
# fr 6919eb01
page-plateformes-section-collectivites = For local authorities
# fr 5217bca9
page-plateformes-section-collectivites-text = The PlatformCoop manifesto can be signed on nosdeclics.org, in the « Collectivités partenaires » part. A MOOC exists, on request to the APES.
# fr 77ad4ad7
page-plateformes-closing = A tool does not create a group: it helps one that exists. The APES can talk about it with you.
# fr c4b3ad3b
page-leviers_collectivites = Six levers for local authorities
# fr 87237232
page-leviers_collectivites-intro = Six ways to help an ESS structure last. They come from a 2021 report: thresholds may have changed.
# fr 95e99606
page-leviers_collectivites-section-financer = 1. Fund
# fr 172e9cb9
page-leviers_collectivites-section-financer-text = Give grants over several years, advance late money. Take a share in a SCIC: 50% at most, all public bodies together.
# fr 230b0799
page-leviers_collectivites-section-aider_en_nature = 2. Help in kind
# fr c65a8c77
page-leviers_collectivites-section-aider_en_nature-text = Lend equipment, an office, a hall, or staff time by agreement.
# fr cf3a3efd
page-leviers_collectivites-section-acheter = 3. Buy differently
# fr 0ac6854f
page-leviers_collectivites-section-acheter-text = Talk before buying, reserve lots, add clauses. Buy without advertising under 40,000 euros before tax (2021 threshold).
# fr 70c17619
page-leviers_collectivites-section-accompagner = 4. Support
# fr 4f87e258
page-leviers_collectivites-section-accompagner-text = Sponsor, advise, help find money, back the DLA and the support networks.
# fr d0c177dd
page-leviers_collectivites-section-faire_connaitre = 5. Make known
# fr c9aae4c3
page-leviers_collectivites-section-faire_connaitre-text = Talk about the structures in the town's own media and back their crowdfunding.
# fr b2684a64
page-leviers_collectivites-section-co_animer = 6. Co-lead
# fr abad2fea
page-leviers_collectivites-section-co_animer-text = Keep alive groups that share means, chains of activity (food, waste) and PTCE.
# fr 6555ace7
page-actions_mel = Three actions of the MEL, for information
# fr 7b9a79c9
page-actions_mel-intro = The MEL voted 15 actions for the ESS, from 2022 to 2026. I can only inform you of these three.
# fr f49e2dc8
page-actions_mel-section-action_3 = Action 3: the ESS in key sectors
# fr 448ce99d
page-actions_mel-section-action_3-text = The MEL wants a place for the ESS in its main sectors. It names calls on food and climate. Ask the MEL whether they are open. For information only.
# fr 9600a2ef
page-actions_mel-section-action_5 = Action 5: a currency between companies
# fr 4b07dead
page-actions_mel-section-action_5-text = A currency between companies is planned. The MEL supports it. I do not know whether it works today. For information only.
# fr a7ad5b4e
page-actions_mel-section-action_7 = Action 7: settling for a time
# fr 28f14f73
page-actions_mel-section-action_7-text = Empty places were to host projects for a time. In 2022: the former Castorama in Hellemmes and Verlinde in Loos. Ask the MEL where this stands. For information only.

## glossary.yaml

# fr 01045049
term-ess = Social and solidarity economy (ESS)
# fr 7e1455a2
term-ess-text = A way of doing business where purpose comes before profit. People decide together and earnings mostly stay in the activity.
# fr 4b5fcdec
term-utilite_sociale = Social utility
# fr 8e6978f9
term-utilite_sociale-text = An activity has social utility when it helps vulnerable people, reduces inequality, builds ties or protects the planet.
# fr c1d43420
term-association = Association
# fr d856e392
term-association-text = At least two people acting together without aiming to share money.
# fr e6835b72
term-cooperative = Cooperative
# fr 9a4fe39a
term-cooperative-text = A company owned by its members. One person, one vote.
# fr c117e8be
term-scop = SCOP (workers' cooperative)
# fr 41b21bab
term-scop-text = A cooperative where employees are partners and elect the management.
# fr cacfa131
term-scic = SCIC (multi-party cooperative)
# fr f2c967db
term-scic-text = A cooperative that brings together workers, users and sometimes public bodies around a service of common use.
# fr ea6fb345
term-cae = CAE (business and employment cooperative)
# fr b1ef1494
term-cae-text = A cooperative in which you run your own activity with an employment contract and shared services.
# fr d64aed0b
term-cooperative_consommateurs = Consumer cooperative
# fr 01b4e27b
term-cooperative_consommateurs-text = A shop that belongs to its customers. They choose the products and may give time.
# fr b5d98d05
term-esus = ESUS agreement
# fr 70613d28
term-esus-text = State recognition for companies with strong social utility. It opens some funding.
# fr fa6aa2fa
term-lucrativite_limitee = Limited profit
# fr c3a64557
term-lucrativite_limitee-text = You may earn money, but it mostly goes back into the project.
# fr 01568ea5
term-gouvernance = Democratic governance
# fr 2e1d2ce1
term-gouvernance-text = Main decisions are taken together, not according to money put in.
# fr ab158735
term-reserves = Reserves that cannot be shared
# fr a71c81bc
term-reserves-text = A part of earnings that stays in the structure and cannot be shared out.
# fr 56be73dc
term-modele_economique = Business model
# fr 1d8d7a9b
term-modele_economique-text = How a project finds the money and means to last.
# fr f6a0c162
term-hybridation = Mixed resources
# fr 4d0baaeb
term-hybridation-text = Mixing several kinds of income: sales, grants, gifts, volunteering.
# fr 9d70baed
term-perennisation = Making it last
# fr 3e866392
term-perennisation-text = Everything that helps a structure last.
# fr 3f5987db
term-changement_echelle = Scaling up
# fr 369b211e
term-changement_echelle-text = Growing, or growing one's effect, without losing the purpose.
# fr 863868ff
term-essaimage = Spreading elsewhere
# fr 8793b474
term-essaimage-text = Starting elsewhere, with others, a project that works.
# fr 368d21b4
term-mutualisation = Sharing resources
# fr 889f0634
term-mutualisation-text = Sharing a place, tool, job or skill to do better or cheaper.
# fr 4ffebe5f
term-porteur = Project holder
# fr a2bdbaf7
term-porteur-text = The person or team preparing an activity.
# fr 4b6be3f5
term-structure_porteuse = Carrying structure
# fr 7b250de3
term-structure_porteuse-text = A structure that hosts a project while it is prepared, for instance by employing the person.
# fr 9f0058af
term-etude_faisabilite = Feasibility study
# fr c1553981
term-etude_faisabilite-text = Checking before starting that a project can work: needs, price, place, money.
# fr e2dc6767
term-diagnostic_territoire = Local diagnosis
# fr 64d7ef6d
term-diagnostic_territoire-text = Going and listening on the spot to learn needs and allies.
# fr 7d92bb3d
term-appel_projets = Call for projects
# fr 3db56e65
term-appel_projets-text = A public body offers help and chooses projects by written rules. "Permanent" means all year round.
# fr 027b15e5
term-subvention = Grant
# fr 43b088ed
term-subvention-text = Money given by a public body for a project of general interest. It is not payment for a service.
# fr 45e0988a
term-garantie = Guarantee
# fr 925205a3
term-garantie-text = Someone promises the bank to pay part of the loan if things go wrong.
# fr 4ec5b278
term-apport_reprise = Repayable contribution
# fr 947dc5a7
term-apport_reprise-text = Money lent to an association, to be given back later in some cases.
# fr 7500f91f
term-financement_participatif = Crowdfunding
# fr e9224fc0
term-financement_participatif-text = Many people give or lend a little online for one project.
# fr 52eb42ed
term-mecenat = Skills sponsorship
# fr 5d3ca793
term-mecenat-text = A company lends its employees' time to a project.
# fr 1dad8b1b
term-tresorerie = Cash flow, working capital
# fr d6249dbd
term-tresorerie-text = Money available now to pay before being paid.
# fr fa883339
term-dla = DLA (local support scheme)
# fr 3ea1d910
term-dla-text = A public service that helps ESS employers, free of charge, take stock and last.
# fr b5afdbd4
term-qpv = Priority neighbourhood (QPV)
# fr ba2b923b
term-qpv-text = A neighbourhood with low incomes where the State and cities do more.
# fr f88cbf3e
term-iae = Work integration (IAE)
# fr 02fe3911
term-iae-text = Working with support to find a job again. A SIAE is a structure that offers it.
# fr 4bf96bd7
term-aci = Work integration workshop (ACI)
# fr cd4e6098
term-aci-text = A structure that employs and supports people very far from work.
# fr 10b7c880
term-ei = Work integration company (EI)
# fr f7d2f084
term-ei-text = A company that sells services and hires people to help them back to work.
# fr 685b04ba
term-marche_reserve = Reserved contract
# fr 53fc7a88
term-marche_reserve-text = A public purchase open only to some structures, such as insertion or ESS ones.
# fr 61c11e43
term-clause_sociale = Social clause
# fr 1411d8f7
term-clause_sociale-text = A rule in a public purchase: part of the work must help job seekers.
# fr 319fedc3
term-spaser = SPASER (responsible buying plan)
# fr a4535b80
term-spaser-text = A public body's plan to buy in a more social and greener way.
# fr 440da644
term-tiers_lieu = Third place
# fr eb9b0108
term-tiers_lieu-text = An open place to work, meet and do things together.
# fr ce46a5e4
term-coworking = Coworking
# fr 18cfd8d2
term-coworking-text = A shared workspace with people who help one another.
# fr e549b21a
term-chantier_participatif = Participatory building site
# fr 328c1b8d
term-chantier_participatif-text = Building work done with volunteers, who learn and make the place theirs.
# fr 069849dc
term-urbanisme_transitoire = Temporary use of places
# fr f2aa3a1e
term-urbanisme_transitoire-text = Using an empty place for some years before another project.
# fr 5f4207ed
term-bail_utilite_sociale = Social utility lease
# fr 0838445b
term-bail_utilite_sociale-text = A lease whose rent takes account of the shop's use to the neighbourhood.
# fr 9360d406
term-bailleur_social = Social landlord
# fr f45b3603
term-bailleur_social-text = A landlord who rents homes at moderate prices.
# fr 6bd6e1dc
term-spl = SPL, SPLA (local public companies)
# fr ef437fba
term-spl-text = A company wholly owned by public bodies and working for them.
# fr 8be69a74
term-commerce_equitable = Fair trade
# fr dd940f93
term-commerce_equitable-text = Trade that pays producers better and for longer.
# fr d91b23a1
term-ecoresponsabilite = Eco-responsibility
# fr a6222e30
term-ecoresponsabilite-text = Consuming or acting with care for nature, health and others.
# fr 967c9b9f
term-circuit_court = Short supply chain
# fr bcfbd240
term-circuit_court-text = Few middlemen between producer and buyer.
# fr c9d6f841
term-plateforme = Solidarity platform
# fr a8f42bcf
term-plateforme-text = A site or app run in the interest of residents, not shareholders.
# fr 8470c36e
term-commun = Commons
# fr a1eb3119
term-commun-text = A resource managed together with shared rules.
# fr c47d59f2
term-monnaie = Inter-company currency
# fr 0210d59a
term-monnaie-text = A system where companies trade services without paying in euros at once.
# fr dd21a887
term-ptce = PTCE (local economic cooperation cluster)
# fr a6461c09
term-ptce-text = A group of local actors who join to create activity and jobs.
# fr 72249f9c
term-regle_4p = The 4P rule
# fr dc87ff38
term-regle_4p-text = It helps see whether an association that sells acts like a company. One looks at the product, the public, the price, then publicity. Selling is not enough to be taxed like a company.
# fr edd627d5
term-rescrit = Written ruling (rescrit)
# fr deee4866
term-rescrit-text = A written answer from the administration to a precise question. You ask for it.
# fr 77f38d68
term-sieg = SIEG (service of general economic interest)
# fr 4aefc958
term-sieg-text = A service of general use that a public body may entrust and pay for. European rules apply.
# fr 56002478
term-mel = MEL (European Metropolis of Lille)
# fr 05e768a1
term-mel-text = 95 towns around Lille that act together.
# fr 260551a6
term-apes = APES (regional solidarity economy network)
# fr c6452015
term-apes-text = An association that runs the regional solidarity economy network.
# fr 2e02bdcc
term-cress = CRESS (regional chamber of the ESS)
# fr a1155c2e
term-cress-text = The body that stands for the whole ESS of a region.
# fr 44bc5b96
term-bge = BGE
# fr c184c5ae
term-bge-text = A network of associations that helps people create a business.
# fr 9fd5ff87
term-fidess = FIDESS
# fr 529fb79f
term-fidess-text = A regional scheme that helps pay for the study of an ESS project. Its full name varies between documents.
# fr 78e4e5f3
term-urscop = URSCOP (regional union of cooperatives)
# fr 0dee6ca8
term-urscop-text = The regional network of SCOP and SCIC cooperatives. It informs and advises.
# fr 5261128e
term-adere = ADERE
# fr 9e1bd805
term-adere-text = An association that groups the purchases of ESS structures.
# fr 9bdd7f0f
term-anis = ANIS (digital and social innovation network)
# fr ce0a09b0
term-anis-text = A network of people who use digital tools for a social aim.
# fr 9ff37c69
term-mess = MESS (house of the ESS)
# fr dd4aba23
term-mess-text = A place to learn about the ESS, in Lille-Moulins.
# fr 7a25249f
term-rse = RSE (corporate social responsibility)
# fr 422a1705
term-rse-text = For a company: taking people and nature into account.
# fr 500a9c07
term-mouves = MOUVES
# fr dea285bd
term-mouves-text = The former name of Mouvement Impact France.
# fr 9244cccf
term-cnil = CNIL (data protection authority)
# fr 8eda79f8
term-cnil-text = The French authority that protects personal data.
# fr 978ead57
term-rsa = RSA (minimum income benefit)
# fr bec3a157
term-rsa-text = Money support from the State and the département. For your rights, ask a social worker.
# fr 43d526c0
term-ddets = DDETS (State employment service)
# fr aa906977
term-ddets-text = The State service for work and solidarity in each département.
# fr b5699cac
term-direccte = DIRECCTE
# fr 10d3385b
term-direccte-text = The former name of a State service for work.
# fr 485a8bc0
term-smart = SMART
# fr b894f18c
term-smart-text = A cooperative. It runs Bazaar St-So with Initiatives et Cités.
# fr e16a8e2a
term-anct = ANCT (national agency for territories)
# fr de1344d3
term-anct-text = The State agency that helps territories. It publishes the list of priority neighbourhoods.
# fr 01e96445
term-mooc = MOOC
# fr 9ee348aa
term-mooc-text = An online course open to many people.
# fr 8c10f8f2
term-insee = INSEE
# fr 4b40136e
term-insee-text = The national statistics institute. It gives each town a code.
# fr 8913a8dc
term-pldess = PLDESS (Lille's plan for the ESS)
# fr 323b6a37
term-pldess-text = The plan of the City of Lille for the ESS, from 2016 to 2020.
# fr f239ef08
term-cliss = CLISS XXI
# fr 70ba18b5
term-cliss-text = A supplier of digital tools, named in the guide to platforms.
# fr a7111244
term-cigales = Cigales
# fr d3fc9ddd
term-cigales-text = Clubs of residents who put savings together into small local projects.
