# English for community.yaml. French is the reference.
# Each comment `fr` holds the start of the hash of the French sentence: `check` tells when it changed.

# fr 33ec67f3
community-metropole = The metropolitan community
# fr 12729d7f
community-metropole-about = People who start or run a useful project, all over the metropolis. They help each other and meet.
# fr 34b4f82b
community-laureats = The community of the City's laureates
# fr 279cd1e6
community-laureats-about = Teams that the City chose in its call for projects. They share what they have learnt.

# fr 49e53b2a
domain-alimentation = Food and restaurants
domain-alimentation-says = food | restaurant | cooking | grocery | café | catering
# fr e45f14fa
domain-circuits_courts = Local food producers
domain-circuits_courts-says = farming | vegetables | garden | short supply chains
# fr 52dc9ec7
domain-education = Education and awareness
domain-education-says = education | school | training | workshops for children
# fr 72730939
domain-tiers_lieux = Shared places and workspaces
domain-tiers_lieux-says = shared place | third place | shared workshop
# fr 21b305f8
domain-commerce = Local shops and services
domain-commerce-says = shop | shops | local services
# fr cdee840d
domain-numerique = Digital
domain-numerique-says = computers | website | software | digital inclusion
# fr 1389e1b8
domain-energie = Energy
domain-energie-says = solar power | insulation
# fr a8c774fc
domain-mobilite = Getting around
domain-mobilite-says = bike | bikes | bicycle | transport | car
# fr 1b10b5b2
domain-logement = Housing
domain-logement-says = home | homes | shared housing
# fr 9a3ad680
domain-emploi = Work and employment
domain-emploi-says = work | employment | jobs | back to work
# fr afc9c179
domain-autonomie = Care, health and independence
domain-autonomie-says = health | care | home help | older people
# fr f6986b41
domain-enfance = Young children and parents
domain-enfance-says = nursery | parents | children
# fr 84ebdaa4
domain-culture = Culture, sport and leisure
domain-culture-says = music | theatre | art | sport | leisure
# fr b4afff30
domain-lien = Bringing people together
domain-lien-says = neighbours | neighbourhood | solidarity
# fr 8717ad49
domain-reemploi = Reuse and waste
domain-reemploi-says = reuse | recycling | waste | repair
# fr e68fd7ec
domain-logistique = Logistics
domain-logistique-says = delivery | storage | warehouse
# fr eb72e168
domain-autre = Other
domain-autre-says = another field | something else

# fr 6c4aa227
exchange-experience = Experience
exchange-experience-says = my experience | someone who has done it | advice
# fr 4ba4893b
exchange-photos = Photos
exchange-photos-says = photo | pictures | video
# fr 732cd9ea
exchange-relecture = Reading documents over
exchange-relecture-says = proofreading | paperwork | answering a call
# fr 6331bdc6
exchange-comptes = Accounts
exchange-comptes-says = accounting | bookkeeping | budget
# fr a47bbde3
exchange-communication = Getting known
exchange-communication-says = communication | visibility | posters | social media
# fr 2e988d50
exchange-local = A room or a place
exchange-local-says = room | place | office | workshop | space
# fr 3670c29f
exchange-machine = A machine or a tool
exchange-machine-says = machine | tool | tools | equipment | van
# fr 02e81cc5
exchange-commande = A group order
exchange-commande-says = buying together | group purchase
# fr 13c84bbe
exchange-client = A first client
exchange-client-says = client | clients | customer | customers
# fr 0be0e7fe
exchange-coup_de_main = A helping hand
exchange-coup_de_main-says = help | volunteers | time
# fr 73108967
exchange-ensemble = A project together
exchange-ensemble-says = partner | partners | common project
