# English for gatherings.yaml. French is the reference.
# Each comment `fr` holds the start of the hash of the French sentence: `check` tells when it changed.

# fr 32170a18
kind-petit_dej = Breakfast
# fr 32170a18
kind-petit_dej-says = breakfasts
# fr b9b55a07
kind-matinale = Morning meeting
# fr 08314dba
kind-en_marchant = Walking visit
# fr 08314dba
kind-en_marchant-says = walk | walks | walking
# fr ea70dc1c
kind-rencontre = Gathering
# fr ea70dc1c
kind-rencontre-says = meeting | event
# fr 62a8bf9d
kind-permanence = Drop-in hours
# fr 36121e04
kind-programme = Programme of several days
# fr 28db26d4
series-petit_dej_apes = APES breakfasts
# fr 26e2311a
series-petit_dej_apes-about = A talk around one theme. You find information and people there.
# fr 09045f53
series-matinale_cress = CRESS mornings
# fr 306659a6
series-matinale_cress-about = A morning talk between organisations.
# fr 64d28305
series-en_marchant_mel = “Walking” visits
# fr 783bad99
series-en_marchant_mel-about = On foot, we discover useful places and the people who keep them alive.
# fr ff6b3d6e
series-rencontre_territoriale = Territorial gatherings
# fr cd26a359
series-rencontre_territoriale-about = A different commune each time. Projects of the whole territory are presented.
# fr ef572bb1
series-rencontre_lilloise = Lille gatherings of the ESS
# fr ddffd6ee
series-rencontre_lilloise-about = Three people tell of their project, its successes and failures. Then we talk in small groups.
# fr 0b0e42b4
series-mois_ess = Month of the ESS
# fr bac62fea
series-mois_ess-about = All November: open doors, talks and forums, everywhere.
# fr 0e26caf9
series-quinzaine = Fair trade fortnight
# fr b15c9119
series-quinzaine-about = Two weeks in May, on fair trade and responsible buying.
# fr ff167dcb
series-recup = Reuse week-end
# fr bd2b988b
series-recup-about = Two days on reuse and the circular economy.
# fr 8a09f82e
series-pluss = Pluss
# fr 80889484
series-pluss-about = Together we build a local and useful production, for the whole département.
# fr ff6b8631
series-comite_mel = Metropolitan committee of the ESS
# fr 692d373a
series-comite_mel-about = A meeting of the members of the committee.
# fr f10002f7
series-pain_planche = Du Pain sur la Planche
# fr ad2aa0a6
series-pain_planche-about = A regional approach to food that is decided together.
# fr 037b0b6f
series-hauts_les_coop = Hauts les Coop day
# fr e9bc62d0
series-hauts_les_coop-about = To discover how to start a business inside a cooperative.
# fr 41bb2f72
series-printemps_ess = Spring of the ESS
# fr 27b9674b
series-printemps_ess-about = A regional forum.
# fr c2f71ab2
busy-1 = In May there are many public holidays.
# fr 7762062a
busy-2 = In June many gatherings already take place.
# fr 5cfa75da
busy-3 = In September and October many gatherings already take place.
