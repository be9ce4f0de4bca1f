// The people, events and words that make_council.mjs makes its story of. All of it is invented.
//
// Words in braces are slots; make_council.mjs fills them:
//   {n} a small number in words   {N} a larger one   {pc} a share   {money} a sum   {span} {walk} a long and a short while
//   {street} {spot} {city} {weather} {month} {who} another speaker's name
//   {past} {old} {years} {since} {future} a time spoken of, in words

export const city = 'Kelderby';

export const affiliations = {
  riverside: 'Riverside Alliance',
  civic: 'Civic Union',
  bench: 'Green Bench',
  town: 'Town and Fields List',
  city: 'City of Kelderby',
  transport: 'Tram and Bus Workers’ Union',
  staff: 'Municipal Staff Association',
  tramways: 'Sorrel Valley Tramways',
  builders: 'Pikestaff Orrin Builders',
  millbank: 'Millbank Residents',
  tenants: 'Old Town Tenants',
  puente: 'Puente Vecinal',
};

// [id, name, role, affiliation, kind, pronoun, what they are against (they are for everything else)]
export const speakers = [
  ['fenwick', 'Orla Fenwickham', 'mayor', 'riverside', 'person', 'she', 'stadium noise'],
  ['abernoth', 'Lucan Abernoth', 'deputy mayor', 'riverside', 'person', 'he', 'schools library'],
  ['quillby', 'Petra Quillby', 'councillor for Millbank', 'riverside', 'person', 'she', 'waste housing'],
  ['sandiver', 'Joss Sandiver', 'councillor for the Weirs', 'riverside', 'person', 'he', 'flood budget'],
  ['dunmorrow', 'Hettie Dunmorrow', 'chair of the planning committee', 'riverside', 'person', 'she', 'noise'],
  ['hargrove', 'Milton Hargrovent', 'leader of the opposition', 'civic', 'person', 'he', 'bridge trams cycling budget waste'],
  ['pellatine', 'Ruth Pellatine', 'councillor for Hill Street', 'civic', 'person', 'she', 'schools cycling budget trams library'],
  ['osterlow', 'Bram Osterlow', 'councillor for the Quays', 'civic', 'person', 'he', 'flood noise cycling waste budget'],
  ['vanderlee', 'Cora Vanderleigh', 'finance spokeswoman', 'civic', 'person', 'she', 'stadium budget bridge library'],
  ['tamsin', 'Tamsin Greywether', 'leader of the Green Bench', 'bench', 'person', 'she', 'stadium flood market'],
  ['ikande', 'Samuel Ikandeh', 'councillor for the Tannery', 'bench', 'person', 'he', 'stadium housing schools'],
  ['wrenfield', 'Ada Wrenfield', 'transport spokeswoman', 'bench', 'person', 'she', 'bridge stadium market'],
  ['colbrook', 'Edmund Colbrooke', 'leader of the Town and Fields List', 'town', 'person', 'he', 'cycling housing waste budget trams noise'],
  ['marshgate', 'Nell Marshgate', 'councillor for the villages', 'town', 'person', 'she', 'flood trams stadium schools'],
  ['brightsea', 'Owen Brightsea', 'councillor for Upper Kelder', 'town', 'person', 'he', 'library market cycling'],
  ['lindqvar', 'Maja Lindqvar', 'city engineer', 'city', 'person', 'she', ''],
  ['thackery', 'Piers Thackering', 'city treasurer', 'city', 'person', 'he', 'stadium library flood'],
  ['okonjo', 'Grace Okwendu', 'head of schools', 'city', 'person', 'she', 'budget'],
  ['fairlamb', 'Dora Fairlamb', 'city librarian', 'city', 'person', 'she', 'budget'],
  ['rennick', 'Colm Rennickson', 'fire chief', 'city', 'person', 'he', 'noise'],
  ['weatherup', 'Ines Weatherup', 'head of river services', 'city', 'person', 'she', ''],
  ['tollard', 'Frank Tollardine', 'branch secretary', 'transport', 'person', 'he', 'budget cycling stadium'],
  ['mistry', 'Leena Mistrywala', 'tram driver and shop steward', 'transport', 'person', 'she', 'bridge stadium'],
  ['ballantree', 'Gus Ballantree', 'night bus driver', 'transport', 'person', 'he', 'noise cycling'],
  ['harkaway', 'Sybil Harkaway', 'general secretary', 'staff', 'person', 'she', 'waste library schools'],
  ['dobbinson', 'Neil Dobbinsworth', 'refuse crew foreman', 'staff', 'person', 'he', 'waste stadium'],
  ['castellane', 'Victor Castellane', 'managing director', 'tramways', 'person', 'he', 'cycling budget'],
  ['aldermoor', 'Fiona Aldermoor', 'head of operations', 'tramways', 'person', 'she', 'bridge'],
  ['orrin', 'Magnus Orrin-Vale', 'chief executive', 'builders', 'person', 'he', 'budget'],
  ['steepleton', 'Jade Steepleton', 'project manager', 'builders', 'person', 'she', 'noise'],
  ['mapplewell', 'Doris Mapplewell', 'chair of the residents', 'millbank', 'person', 'she', 'stadium bridge market noise'],
  ['yarrowby', 'Hamish Yarrowby', 'baker', 'millbank', 'person', 'he', 'cycling waste bridge flood'],
  ['nettlecombe', 'Priya Nettlecombe', 'school parent', 'millbank', 'person', 'she', 'schools housing'],
  ['cawdry', 'Bernard Cawdry', 'chair of the tenants', 'tenants', 'person', 'he', 'market stadium budget'],
  ['loxwood', 'Ivy Loxwood', 'market trader', 'tenants', 'person', 'she', 'market cycling flood'],
  ['zielinsk', 'Karol Zelwinski', 'student', 'tenants', 'person', 'he', 'noise stadium'],
  ['carballeda', 'Inés Carballeda', 'neighbourhood organiser', 'puente', 'person', 'she', 'stadium noise'],
  ['urrieta', 'Tomás Urrietaga', 'café owner', 'puente', 'person', 'he', 'noise cycling'],
  ['tramwayfirm', 'Sorrel Valley Tramways', 'tram operator', 'tramways', 'organisation', 'it', 'cycling budget'],
  ['millbankers', 'Millbank Residents', 'residents’ group', 'millbank', 'group', 'it', 'stadium market'],
  ['inquiry', 'Sorrel Flood Inquiry', 'report of 2016', 'city', 'document', 'it', ''],
];

// Who thinks otherwise of a topic from an event on, and how they put it.
export const turns = [
  {
    speaker: 'hargrove', topic: 'bridge', event: 'e-close',
    says: ['I voted to keep Weir Bridge open and I was wrong', 'I have read the engineers’ photographs, and I no longer ask for a repair'],
  },
  {
    speaker: 'tamsin', topic: 'flood', event: 'e-flood2',
    says: ['I opposed the wall for nine years, and the river has answered me', 'Meadows alone did not hold the water, so I will vote for the wall'],
  },
  {
    speaker: 'fenwick', topic: 'stadium', event: 'e-vote',
    says: ['The city voted, and I will build the stadium that I argued against', 'I have changed my mind about the stadium because you changed it for me'],
  },
];

// [id, title, when, topics that are in the papers after it, place]
export const events = [
  ['e-tram60', 'The last old tram', '196X', '', 'Tram depot'],
  ['e-bridge', 'Weir Bridge opens', '1966~', '', 'Weir Bridge'],
  ['e-tannery', 'The tanneries close, one after the other', '1974?/1983', '', 'Tannery quarter'],
  ['e-charter', 'The market belongs to its guild', '../1988', '', 'Market hall'],
  ['e-vote14', 'Council election', '2014-05-22', 'budget schools housing', 'Town hall'],
  ['e-flood', 'The Sorrel floods', '2015-12-05/2015-12-09', 'flood flood bridge', 'The Quays'],
  ['e-inquiry', 'The flood inquiry reports', '2016-10-11', 'flood budget', 'Town hall'],
  ['e-line4', 'Line 4 runs for the first time', '2016-09', 'trams cycling', 'Hill Street'],
  ['e-inspect', 'Cracks are found in Weir Bridge', '2017-03-14', 'bridge bridge trams', 'Weir Bridge'],
  ['e-close', 'Weir Bridge is closed', '2017-11-20/2019-06', 'bridge bridge market', 'Weir Bridge'],
  ['e-vote18', 'Council election', '2018-05-03', 'budget waste housing', 'Town hall'],
  ['e-strike', 'Tram and bus strike', '2018-10-08/2018-10-29', 'trams trams budget', 'Tram depot'],
  ['e-vote', 'The city votes for the stadium', '2019-02-28', 'stadium stadium budget', 'Town hall'],
  ['e-build', 'The stadium is built', '2019-23~/2022-08', 'stadium noise', 'Ropewalk fields'],
  ['e-merge', 'Two schools become one', '2019-22', 'schools schools', 'Hill Street'],
  ['e-quiet', 'The quiet spring: halls and halts are empty', '2020-21', 'market trams library', 'Kelderby'],
  ['e-bins', 'The new collection', '2020/2025', 'waste waste', 'Kelderby'],
  ['e-fire', 'Fire in the market hall', '2021-01-17', 'market market', 'Market hall'],
  ['e-homes', 'Homes go up in the Tannery quarter', '2021/..', 'housing housing', 'Tannery quarter'],
  ['e-vote22', 'Council election', '2022-05-05', 'budget noise cycling', 'Town hall'],
  ['e-dry', 'A summer without rain', '2022-22', 'flood housing', 'The Sorrel'],
  ['e-open', 'The stadium opens', '2022-08-20', 'stadium noise trams', 'Ropewalk fields'],
  ['e-library', 'The library moves to the station', '2023-09', 'library library', 'Station Square'],
  ['e-flood2', 'The Sorrel floods again', '2023-10-19/2023-10-22', 'flood flood market', 'Millbank'],
  ['e-wall', 'The wall is being built', '2024-05/..', 'flood budget', 'The Quays'],
  ['e-new', 'The new bridge is to open', '2027?', '', 'Weir Bridge'],
];

// Each topic: headlines, leads, the end of an article, questions; then what those for it (pro) and those
// against it (con) say: whole sentences, clauses after “said that”, and clauses with words in quotation marks.
export const topics = {
  bridge: {
    headlines: ['{n} cracks more: Weir Bridge before the council', 'Weir Bridge: repair or replace?', 'Council hears {n} hours on Weir Bridge', 'Lorries off Weir Bridge {since}, engineers on it', 'The price of a bridge: {money}'],
    leads: ['The council spent most of the evening on Weir Bridge, which carries {N} vehicles an hour into the Old Town.', 'Weir Bridge has lost another lane, and with it {n} bus routes that used to cross it.', 'Engineers lowered a camera under Weir Bridge this week; the council watched the film in silence.', 'A petition with {N} names on Weir Bridge was laid before the council.'],
    ends: ['The next inspection of Weir Bridge is due in {month}.', 'Traffic is led over {street} until then.', 'The engineers’ drawings can be seen at the town hall for {n} weeks.'],
    asks: ['Why not simply close Weir Bridge?', 'Who pays for a new bridge?', 'Would you drive over Weir Bridge tonight?'],
    pro: ['I would not send my own crew over Weir Bridge, and I will not send yours', 'Every year of patching costs us {money}, and the crack under the third arch is longer than it was {past}', 'We can close a bridge on a day we choose, or the river will choose the day', 'The bearings were last changed {old}, and the steel remembers it', 'A new bridge could carry the tram as well {future}', 'Nobody has ever thanked a council for waiting with a bridge', 'Of the {N} bolts that were tested, {n} came out by hand', 'The ambulance needs {walk} more by {street}, but it does arrive, and that is the point', 'What was built for carts {old} cannot carry buses with {N} people in them'],
    con: ['Close Weir Bridge and you close every shop on {street} with it', 'We were promised {span} of works {past}, and the barriers are still there', 'There is nothing wrong with that bridge that {money} and honest welding cannot mend', 'People cross it with prams and bicycles, and they will cross it by boat before they walk round by {street}', 'The same engineers told us {past} that it was good for another generation', 'I have {N} customers on the other bank, and not one of them has wings', 'First they take a lane, then the buses, and then they call it an empty bridge', 'A repair keeps the arches, a new bridge keeps only the bill'],
    proClauses: ['a new bridge could be ready {future}', 'the third arch had moved by {n} millimetres {since}', 'it would be cheaper to build anew than to repair Weir Bridge {n} more times'],
    conClauses: ['the traders of {street} had lost {pc} of their trade', 'the closure had been decided before anyone was asked', 'a repair for {money} would hold for a generation'],
    proMixed: ['Weir Bridge was “a patient kept alive by paint”', 'the closure was “an act of care, not of {weather} politics”'],
    conMixed: ['the closure was “a wall with a river under it”', 'the plan was “{money} for a ribbon to cut”'],
  },
  flood: {
    headlines: ['How high is a wall? Council looks at the Sorrel', 'Sandbags on {street}, arguments in the chamber', 'River services want {n} more pumps', 'The water is gone, the argument is not', '{money} against the river'],
    leads: ['The Sorrel rose {n} hand’s breadths in a night, and the council met the day after.', 'The plan for a wall along the Quays was on the table again, together with {N} letters about it.', 'On {street} the marks of the flood are still on the doors; in the chamber there was a model of the wall.', 'River services showed the council {n} maps, each with more blue than the last.'],
    ends: ['The gauge at the weir is read {n} times a day.', 'Sandbags can be fetched at the fire station on {street}.', 'The council will walk the Quays together in {month}.'],
    asks: ['Is a wall the only answer to the river?', 'What has been done since the flood?', 'Would the wall have helped Millbank?'],
    pro: ['I carried my neighbour’s piano upstairs {past}, and I do not want to do it again', 'A wall is ugly for a year, and a flooded cellar is ugly for ten', 'The river came {N} metres into {street}, so we know exactly where the wall has to stand', 'We have {n} pumps for {N} cellars', 'Insurers have left the Quays one by one {since}', 'Every gauge we own says the same, and they do not vote', 'With a wall we would have had wet shoes {past} instead of {money} of damage', 'If the dry meadows were enough, we would not be standing in a school gym with {N} blankets', 'It could be finished {future}, if we stop drawing it again every winter'],
    con: ['A wall only hands our water to the next village', 'Give the river back its meadows, it will ask for them anyway', 'For {money} you could lift every house on {street} and still buy the rain', 'My view of the Sorrel paid for this house, and now I am to look at concrete', 'The embankment that was built {old} was to hold for a century, and it held until the first {month} with rain', 'We had {n} experts here {past} and each of them drew a different river', 'Who closes the {n} gates at three in the morning, and who has the key', 'The wall protects offices, but the water comes up through our drains'],
    proClauses: ['the wall would protect {N} homes on the Quays', 'the river had been above its old mark {n} times {since}', 'the pumps had run for {n} days without a stop'],
    conClauses: ['the meadows upstream could hold as much water as the wall', 'the wall would cost {money} and move the flood by {N} metres', 'no one had asked the villages down the river'],
    proMixed: ['the wall was “cheaper than the next {month}”', 'the Quays were “a bath with a street in it”'],
    conMixed: ['the wall was “a very expensive way of annoying a river”', 'the plan was “made by people who sleep on the hill”'],
  },
  trams: {
    headlines: ['Line 4 to {spot}? Council divided', 'Trams late, drivers tired, council long', '{N} passengers a day, and no bench', 'New timetable costs Line 4 {n} stops', 'What the trams will cost {future}'],
    leads: ['The extension of Line 4 to {spot} came before the council, along with {N} comments from passengers.', 'Trams on Line 4 ran every {walk} this week instead of every ten minutes.', 'The tram depot was open to councillors on one of the last evenings before the vote.', 'A tram stood on {street} for {walk}; by then the talk had begun in the chamber, too.'],
    ends: ['Passengers can speak at the forum in {month}.', 'The timetable hangs at every stop from Monday.', 'Line 4 turns at {street} for the time being.'],
    asks: ['Why does the city need more trams?', 'What do drivers want?', 'When will Line 4 reach the villages?'],
    pro: ['A full tram takes {N} cars off {street}, and you can hear the difference', 'People moved to {spot} because we promised them rails {past}', 'My first shift on Line 4 was {past}, and I could count the passengers on my hands', 'With {n} more drivers the trams could run until midnight', 'The city tore out its tracks in the 1960s and we have paid for buses {since}', 'Nobody ever asked what the road to {spot} earns', 'We carry {pc} more people than {years}, with the same {n} cars', 'Rails tell a street that it will not be forgotten', 'A line that ends in a field will end in a village {future}'],
    con: ['In the villages we would be glad of one bus that comes', 'The rails on {street} have cost me {n} bicycle tyres and most of my customers', 'Line 4 carries air after eight in the evening, and air does not pay', 'We are asked for {money}, and the cars still have the seats that were put in {past}', 'First pay the drivers, then draw lines on maps', 'Every tram that stands is a road that stands', 'They measured the passengers on a market day and multiplied it by a year', 'The extension was to open {past}, and I still have the leaflet'],
    proClauses: ['Line 4 could reach {spot} {future}', 'the company had hired {N} drivers {since}', 'each new stop brought {pc} more passengers to the shops around it'],
    conClauses: ['the extension would cost {money} more than the council had been told', 'drivers worked {n} days in a row to keep the timetable', 'the villages had paid for trams that they never saw'],
    proMixed: ['Line 4 was “the longest market street in Kelderby”', 'the timetable was “a handshake with {N} people”'],
    conMixed: ['the extension was “a railway to a hedge”', 'the new shifts were “a puzzle with {n} drivers missing”'],
  },
  stadium: {
    headlines: ['Stadium on Ropewalk fields: {money}, and counting', 'Rovers or roofs? The stadium again', 'Stadium plan loses {n} towers and a car park', '{N} seats, {n} questions', 'Who will sweep the stadium?'],
    leads: ['The stadium on Ropewalk fields was the only point of the evening, and {N} people had come to hear it.', 'The builders showed the council a model of the stadium, with small trees and no cars.', 'The bill for the stadium has grown by {pc} {since}.', 'Kelderby Rovers played at home, and in the chamber above the market it could be heard.'],
    ends: ['The contract lies open at the town hall until the end of {month}.', 'Rovers play away until {month}.', 'A committee of {n} will look at the figures.'],
    asks: ['What does the city get for its money?', 'Will there be concerts?', 'Would you still sign the contract?'],
    pro: ['My grandfather stood on that terrace {old}, and the roof leaked on him too', 'A stadium fills the hotels on {N} nights that are dark today', 'We play in a ground with {n} toilets for {N} people', 'Of {money} the city pays a third, and it gets the whole square', 'Children who train there {future} will not ask what it cost', 'The youth teams have had no grass of their own {since}', 'There is no poorer city than one that only mends its drains', 'Every seat we sold for the cup {past} we could have sold twice'],
    con: ['I like football, and I like it at the price of a ticket', '{money} would mend every school roof on {street}', 'The company takes the gate, and the city takes the gravel', 'We were told {past} that not one coin of the rates would go into it', 'For {n} matches a month you do not build a second town hall', 'On match days I cannot leave my own street, and soon there will be concerts', 'The traffic study counts {N} cars and forgets that they want to go home again', 'A team can be relegated, a loan cannot'],
    proClauses: ['the stadium would bring {N} jobs to Ropewalk fields', 'the works would be done {future}', 'Rovers had promised {n} open days a year for schools'],
    conClauses: ['the city would pay for the stadium {future}, and long after', 'the offer had risen by {pc} since the vote', 'no one had counted the buses that {N} visitors needed'],
    proMixed: ['the stadium was “a living room for {N} people”', 'the square would be “the first flat field our children get”'],
    conMixed: ['the stadium was “a crown for a city without shoes”', 'the contract was “{n} pages of our money and one of theirs”'],
  },
  housing: {
    headlines: ['{N} homes for the Tannery quarter', 'Rents on {street} up by {pc}', 'Tannery: how many storeys are a home?', 'Tenants take {n} crates of letters to the town hall', 'Old tannery, new neighbours'],
    leads: ['The plan for {N} homes in the Tannery quarter reached the council after {n} drafts.', 'Rents on {street} have risen by {pc} {since}, the tenants say.', 'Where hides were dried until the 1970s, the council wants to see kitchens and balconies.', 'On the waiting list for a flat of the city there are {N} names more than a year ago.'],
    ends: ['The drafts hang in the old drying loft until {month}.', 'Flats are given out by lot in {month}.', 'The council decides after a visit to the Tannery quarter.'],
    asks: ['Who can still afford to live here?', 'How high may the new houses be?', 'What happens to the workshops in the Tannery?'],
    pro: ['My daughter has been looking for {n} rooms {since}, and she is a nurse', 'An empty tannery warms nobody', 'We can build {N} homes there without taking a single garden', 'The last flats of the city were built {years}, and they were full in {span}', 'Those who say wait have a key in their pocket', 'A third at a fair rent was promised {past}, and a third it will be', 'If we build at {spot}, the young stay, and if they stay, the school stays', 'The ground is clean enough for kitchens {future}'],
    con: ['Seven storeys beside a house with two is not a neighbour, it is weather', 'The plan has {N} homes and {n} trees', 'They say affordable, and they mean affordable for whoever comes from the capital', 'The ground under the Tannery was poison {old}, and it did not move out', 'Where do {N} more cars park, on the flower beds of {street}', 'We were shown gardens on the roof {past}, and today we see pipes', 'Mend the {N} empty flats first, there is paper on their windows', 'My workshop has been there {since}, and the plan calls it a courtyard'],
    proClauses: ['the first tenants could move in {future}', '{N} families were waiting for a flat of the city', 'a third of the homes would be let below {N} crowns'],
    conClauses: ['the rents had been calculated for people who did not live here yet', 'the plan would take the sun from {street} for {n} months a year', '{N} flats stood empty already'],
    proMixed: ['the Tannery was “{n} acres of nothing with a good address”', 'the waiting list was “the longest street in Kelderby”'],
    conMixed: ['the houses were “shelves for people”', 'the fair rent was “fair to the builder”'],
  },
  budget: {
    headlines: ['Budget: {money} missing', 'A night of figures, and {n} votes', 'City rate up by {pc}? Council undecided', 'Treasurer asks for patience, council for pencils', 'What Kelderby owes {future}'],
    leads: ['The budget was passed at ten past midnight, after {n} amendments and a broken microphone.', 'The city is {money} short, and the treasurer had brought a chart that nobody wanted to see twice.', 'The council talked for {n} hours about the city rate, which has not moved {since}.', 'With {N} pages the budget is the longest that the city has had.'],
    ends: ['The budget can be read in the library.', 'The second reading is in {month}.', 'The treasurer will answer {n} open questions in writing.'],
    asks: ['Where would you save?', 'Will the city rate rise?', 'What happens if the council says no?'],
    pro: ['Eleven crowns a month more, and the swimming pool stays open', 'We lived from our savings {years}, and the jar is empty', 'Whoever votes against the rate must tell me which of the {n} halls to lock', 'A city that mends nothing pays for everything twice', 'Staff have had no rise {since}, and they still come at six', 'I would rather explain a higher rate than a closed school', 'What we borrowed {past} costs us {money} every winter', 'It is {pc}, it is written on one line, and it will be gone {future}'],
    con: ['You cannot squeeze {pc} out of people who already count their coins on {street}', 'Before you take more, stop buying {n} studies a year', 'The rate went up {past} for a single year, and that year has not ended', 'There is {money} in the reserve, and it is raining', 'My bakery pays more to the city than to its {n} bakers', 'Every department was to save, and every department hired', 'A budget with {N} pages is a place to hide in', 'We should pay off what we borrowed {past} before we borrow it again'],
    proClauses: ['the city would be solvent again {future}', 'without a higher rate {n} libraries and halls would close', 'interest alone took {pc} of the budget'],
    conClauses: ['the reserve had not been touched {since}', 'households would pay {N} crowns more a year', 'the figures had reached the opposition {n} hours before the vote'],
    proMixed: ['the budget was “a coat cut from a handkerchief”', 'a lower rate was “a present that our children pay for”'],
    conMixed: ['the budget was “{N} pages of please”', 'the higher rate was “a toll for living here”'],
  },
  schools: {
    headlines: ['Hill Street and Canal Road: two schools, one roof?', 'Parents bring {N} drawings to the council', 'School merger: the vote is put off', '{n} classes without a teacher', 'A school for {N} children'],
    leads: ['The schools on Hill Street and Canal Road are to become one; the parents of both filled the gallery.', 'At Canal Road {n} classrooms are heated, and the others are shut.', 'The head of schools spent {n} hours answering parents, some of whom had brought their children.', 'The number of children in the Old Town has fallen by {pc} {since}.'],
    ends: ['The school committee meets in {month}.', 'Children may send drawings of their new school until {month}.', 'A bus is to run between the two houses for the time being.'],
    asks: ['Will any teacher lose her place?', 'How far will the children have to walk?', 'Why now?'],
    pro: ['Two half-empty schools are two cold schools', 'Together they have a choir, a laboratory and {n} teachers for music', 'At Canal Road I teach three years in one room, and I have done it {since}', 'We merged the kindergartens {past}, and nobody wants them back', 'With one roof to mend we can mend it properly {future}', 'A walk of {walk} never hurt a child who has a friend beside it', 'The numbers were clear {past}, but it was an election year', 'My own class had {n} children last {month}, and we could not field a team'],
    con: ['My son would cross {street} twice a day, and it has no light', 'Children are not boxes that you stack when the store is half empty', 'They counted pupils {past}, just before the new houses were let', 'A school with {N} children has a headmistress who knows no names', 'You save {money} on heating and spend it on buses', 'Three generations of us learned to read at Canal Road', 'First they let the windows rot, and then they say that it is cold', 'We were asked {n} questions, and none was whether'],
    proClauses: ['no teacher would lose a place through the merger', 'the new school could open {future}', 'the two schools together had fewer pupils than one of them {past}'],
    conClauses: ['{N} parents had signed against the merger', 'the way to school would be {walk} longer for the youngest', 'the figures were older than the new houses in the Tannery quarter'],
    proMixed: ['the merger was “one good school instead of two brave ones”', 'Canal Road was “a fine house with {n} lessons in it”'],
    conMixed: ['the merger was “arithmetic with children”', 'the hearing was “a lesson in how to be ignored”'],
  },
  market: {
    headlines: ['Market hall: {n} stalls fewer, one roof more', 'Traders ask who owns the hall', 'Glass roof for the market hall: {money}', 'Fish, flowers, and a lease of {N} pages', 'A hall between two Saturdays'],
    leads: ['The market hall needs a roof, and a company would pay for it: in return for the hall, for {n} decades.', 'On Saturday {N} people signed for the market hall between the fish and the flowers.', 'The traders’ stalls stand on {street} while the council argues over their hall.', 'Under the old roof buckets have stood {since}; under the new one there is to be a cinema.'],
    ends: ['The market is on {street} until then, Saturdays from seven.', 'The lease is to be signed in {month}.', 'The clock of the hall is being mended meanwhile.'],
    asks: ['Will the traders come back?', 'Why does the city not renovate the hall itself?', 'What will a stall cost?'],
    pro: ['A hall with a dry floor sells more fish than a hall with a proud past', 'The company pays {money}, and the hall still has the name of the city over the door', 'I saw the beams from above {past}, and I did not stay long', 'We will have {N} visitors in the evenings, when today there are pigeons', 'Every trader who stood there {past} has a place in the contract', 'The roof is older than anyone in this room, and it has had less care', 'Give it a café and a stage, and the young will find the cabbages', 'It can be open again for the Christmas market {future}'],
    con: ['I pay for {n} metres of table, not for a cinema', 'They will keep the clock and throw out the market', 'A lease of {n} decades is a sale with good manners', 'My mother had that stall {old}, and she paid in coins', 'Nobody buys leeks beside a cocktail bar', 'For {money} the city could do it alone and stay master in its own house', 'We were moved to {street} for {span}, and we are still there', 'When the rent goes up by {pc}, the cheap stalls go first and the smell of soap comes in'],
    proClauses: ['all {N} stalls would return at the old rent', 'the roof would not stand another winter with snow', 'the works could begin {future}'],
    conClauses: ['the contract said nothing about rents after the first {n} years', 'takings on {street} were {pc} below those in the hall', 'the traders had not seen the plans before the papers did'],
    proMixed: ['the hall was “an umbrella with {N} holes”', 'the contract was “a roof for a handshake”'],
    conMixed: ['the new hall was “a museum of shopping”', 'the lease was “longer than most marriages on {street}”'],
  },
  cycling: {
    headlines: ['Quay Street without cars: a trial of {span}', '{N} bicycles an hour, says the counter', 'Shopkeepers park in protest', 'Paint, posts and {n} appeals', 'Who owns Quay Street?'],
    leads: ['Quay Street is closed to cars at the weekends, and the council has its first figures.', 'The bicycle counter on Quay Street showed {N} on Monday morning, before it fell into the river.', 'Shopkeepers parked {n} vans before the town hall while the council discussed Quay Street.', 'The trial on Quay Street has gone on for {span}; its opponents and its friends both call it a success.'],
    ends: ['The trial ends in {month}, if nobody moves the posts before.', 'Comments can be left at the bicycle counter.', 'Deliveries are free until ten in the morning.'],
    asks: ['How do customers get to Quay Street?', 'Is the trial a success?', 'What about old people?'],
    pro: ['You can hear the river on Quay Street for the first time {since}', 'I sell more bread to bicycles than I ever sold to cars', 'Accidents have gone down by {pc}, and I have driven the ambulance to the others', '{N} children ride to school alone now, that is what freedom weighs', 'The cars did not vanish, they found out that they were not needed', 'We closed the market square {past} with the same shouting, and nobody wants it back', 'Trees in the middle lane {future}, and you will not remember where you parked', 'A street with {n} parking places is not a lifeline, it is a cupboard'],
    con: ['My customers carry a cupboard, not a baguette', 'Takings are down by {pc}, and the rent has not heard of the trial', 'The cars now stand in {street}, with their engines on', 'They counted bicycles in the one dry week {since}', 'A man of eighty does not take a bicycle to the dentist', 'The posts stand where the fire engine turns, I have seen it turn {n} times', 'First it was {span}, then a summer, and {future} they will call it history', 'I need {n} deliveries a day, and a tricycle does not bring a cow'],
    proClauses: ['{N} people more came to Quay Street on foot', 'the posts could become trees {future}', 'the number of accidents had fallen by {pc}'],
    conClauses: ['{n} shops on Quay Street had given up {since}', 'the lorries now went through {street}', 'the counter counted prams'],
    proMixed: ['Quay Street was “a promenade that had been used as a pipe”', 'the trial was “{n} bollards and a great deal of air”'],
    conMixed: ['the trial was “a siege with flower pots”', 'the figures were “as honest as a bicycle bell”'],
  },
  library: {
    headlines: ['Library to the station? {N} books on the move', 'Reading room or waiting room?', 'Library: {money} for shelves', 'The old reading room and its {n} stoves', 'A library with a platform'],
    leads: ['The city library is to leave its house on {street} for the old station; the readers came to listen, and some to knit.', 'In the reading room {n} lamps were lit when the council came to look at the damp.', 'The library would have {N} square metres at the station, and trains over its head.', 'Loans have gone up by {pc} {since}, and there is no room for a second table.'],
    ends: ['The reading room is open as usual until {month}.', 'Books can be returned at the tram depot, too.', 'A naming contest for the new house runs until {month}.'],
    asks: ['Why not stay where you are?', 'What becomes of the old house?', 'Who reads in a station?'],
    pro: ['A book that nobody can reach in a wheelchair is a book we do not have', 'At the station {N} people pass the door before nine', 'The damp has taken {n} shelves of local history {since}', 'We lend drills, games and a tuba, and we keep them on the stairs', 'Readers under twenty came back {past}, when we opened in the evening', 'A library must stand where people wait, because waiting is when we read', 'The old house had no lift {past}, and it will not grow one', 'Opening {future} is late, but the roof there is whole'],
    con: ['You do not move {N} books beside {n} railway tracks to find silence', 'The reading room was given to the city {old}, by a woman who wanted it to stay one', 'My students come for the stoves and the quiet, not for the departures', 'When the library leaves {street}, the last light there goes out', 'For {money} you can build a lift, and have enough left for a chandelier', 'A station is a place to leave', 'They call it a living room and put in {n} ticket machines', 'The old house will be a hotel {future}, write that down'],
    proClauses: ['the library would open on Sundays at the station', 'the damp had reached the {n} oldest shelves', 'loans would double {future}'],
    conClauses: ['the old house had been promised to the readers {past}', 'the trains would be heard in the reading room every {walk}', 'the rent at the station had not been agreed'],
    proMixed: ['the old house was “a beautiful way to lose books”', 'the station was “{N} square metres of daylight”'],
    conMixed: ['the move was “a library with a timetable”', 'the old reading room was “the only room in {city} that nobody sells”'],
  },
  waste: {
    headlines: ['Bins every other week: {N} complaints', 'Five bins a house, {n} too many?', 'The foxes of {street}', 'Sorting: {pc} better, says the city', 'A council on rubbish'],
    leads: ['The bins are to be emptied every other week; the council had {N} letters about it, one of them in a bin bag.', 'On {street} the bags stood for {span}, and so did the neighbours.', 'The city sorts {pc} of its waste, which is more than it did and less than it promised.', 'The contract for the collection runs out, and the council wants {n} bins where there were two.'],
    ends: ['The calendar of collections comes by post in {month}.', 'The yard on {street} is open on Saturdays.', 'A trial with {N} households begins in {month}.'],
    asks: ['Who is to sort all that?', 'What about families with small children?', 'Does it save money?'],
    pro: ['Half of what we burn is peel, and peel does not burn', 'My crew lifts {N} bins a shift, and {pc} of it is air', 'We buried our rubbish {years}, and now we pay {money} to dig it up', 'A bin that smells in two weeks was sorted wrong in one', 'The village of Upper Kelder did it {past}, with more laughter than foxes', 'Every tonne that we sort is a chair in the school', 'You can learn {n} colours, you learned the tram map', 'The pit will be full {future}, whatever we decide tonight'],
    con: ['With two children in nappies a fortnight is a long time', 'The foxes on {street} have voted, and they are in favour', 'I have {n} bins and no front garden', 'We pay {pc} more {since} for being visited half as often', 'Those who thought of five bins have a cellar', 'My men find kettles in the paper and grandmothers’ coats in the glass', 'In the old town the carts cannot turn, that was explained {past}, with a drawing', 'It saves {money}, and the rats know where'],
    proClauses: ['{pc} less was burnt than {past}', 'the pit at the edge of the city would be full {future}', 'the new carts needed {n} people fewer on every round'],
    conClauses: ['the crews had not been asked', 'complaints had doubled {since}', 'the fifth bin was emptied into the same cart as the first'],
    proMixed: ['sorting was “housework for a whole city”', 'the old collection was “{money} up the chimney”'],
    conMixed: ['the plan was “a gift to the foxes”', 'the calendar was “a crossword with a smell”'],
  },
  noise: {
    headlines: ['Last orders at eleven? Council cannot sleep', 'Night on the Quays: {N} calls', 'Music, but until when?', '{n} bars, {n} neighbours, one rule', 'The quiet hour moves'],
    leads: ['The bars on the Quays are to close at eleven, or at one, or never: the council heard {n} proposals.', 'The wardens counted {N} calls about noise in a single {month}.', 'Neighbours played the council a recording of {street} at two in the morning, and the mayor asked for it to be turned down.', 'The night rule of Kelderby has not been changed {since}, when there was one bar.'],
    ends: ['The wardens’ telephone is staffed until three.', 'The rule is to be tried in {month}.', 'A round table meets on {street}, in the afternoon.'],
    asks: ['When should a city sleep?', 'Would a later tram help?', 'Have you heard the recording?'],
    pro: ['I have not slept through a Friday {since}', 'Nobody is against music, we are against music in the bedroom', 'At two in the morning a whisper on {street} is a speech', 'My patients in the night are {N} people who had one more', 'The rule was eleven o’clock {past}, and the city was not dead', 'I counted {n} broken bottles before breakfast, on my own step', 'A bar can turn a knob, I cannot turn my windows', 'Give us one quiet summer {future}, and then ask us again'],
    con: ['A city that closes at eleven is a city that leaves at twenty', 'We have {N} jobs behind those bars, and half of them pay for studies', 'I drive the last bus, and it is quieter when people go home one by one', 'They moved in above a bar {past} and were surprised by the bar', 'Close the door at eleven, and they stand before it until two', 'The stadium may shout for {N}, and my guitar player may not', 'On {street} the loudest thing is the refuse cart at five', 'I built double windows {past} for {money}, and nobody has measured since'],
    proClauses: ['complaints had risen by {pc} {since}', 'people on {street} slept {n} hours in a summer night', 'the wardens could not be in {n} places at once'],
    conClauses: ['an earlier hour would cost {N} jobs', 'most calls came from {n} telephones', 'nothing had been measured {since}'],
    proMixed: ['the Quays were “a loudspeaker with {n} rows of seats”', 'sleep was “the only thing that {city} gives out free”'],
    conMixed: ['the rule was “a curfew with good intentions”', 'the wardens’ list was “{n} neighbours with a hobby”'],
  },
};

// May stand before what is said, and after it; the more often words come round, the more of these do.
export const openers = [
  'Let me be plain', 'I will say it once more', 'You can write this down', 'I have sat here for {n} years', 'Go and look for yourselves',
  'It is not complicated', 'I say this as a neighbour', 'We have been through this {past}', 'I hear {who}, and I do not agree',
  'I respect {who}, but that will not do', 'People stop me on {street} to tell me what they think', 'There is one thing that I know', 'Ask anyone at {spot}',
  'I did not come to please anyone', 'Forgive me for being blunt', 'Look at the figures for {street}', 'I was at {spot} this morning',
  'I have kept a diary of it {since}', 'My neighbours on {street} asked me to come tonight', '{who} and I have argued about this {since}',
  'I brought a photograph, which was taken {past}', 'Somebody at {spot} put it to me like this', 'I had {n} letters on it this week',
  'We did this once before, {years}, and I took part', 'The chair will stop me after {n} minutes', 'I nearly stayed at home tonight',
  'Before {who} speaks for {spot} again, I would like to', 'I am no friend of long speeches', 'The heating was off in here {past}, too',
  'I walked down {street} and counted', 'They know me at {spot}', 'I changed my shift to be here', 'One number is enough for me',
  'Everything that {who} has told you is true, and still', 'Think of {street} on a wet evening', 'I speak for {N} people, and some of them are here',
];
export const closers = [
  'That is all I ask', 'The rest is {weather} talk', 'I will say so again in {month}', 'And {who} knows it', 'Ask {who}, who was there',
  'We owe that to the people of {street}', 'It will not be different {future}', 'It was so {years}, and it is so tonight', 'Somebody has to say it',
  'I have slept badly over it', 'There is no third way', 'That should worry us more than {money}', 'I would sign that today',
  'Nobody at {spot} will tell you otherwise', 'The minutes will show it', 'That is not a threat, it is arithmetic',
  'I have told {who} so {n} times', 'We can talk about it {future}, when it costs twice as much', 'You will find {N} people on {street} who say the same',
  'I have seen how it ended elsewhere {past}', 'Whoever doubts it should spend {n} days at {spot}', 'I would have said so {past}, had anyone asked',
  'On {street} they have stopped laughing about it', 'My children will ask me about it {future}', 'Then let {who} explain the difference',
  'This city has waited for that {since}', 'We wrote it to {who} in {month}, and the answer is on its way', 'It is the talk of {spot}',
  'I want it in the minutes, with the date', 'Half of {street} has moved away over less', 'There is still time for that, but not {n} years',
  'You need no study for {money} to see it', 'It is older than this council, and it will be here {future}', 'I take no pleasure in that',
  'Not one of the {n} speakers before me has denied it', 'After {n} evenings in this room I am sure of that',
];

// The same after what is reported.
export const additions = [
  ', as everybody on {street} could see', ', and that {who} knew it', ', and that nothing had changed {since}', ', whatever {who} said',
  ', which had been clear {past}', ', and asked for a vote in {month}', ', although {who} disagreed', ', and that it would be worse {future}',
  ' and that {N} people at {spot} thought so, too', ', as had been seen {years}', ', and that {n} letters to {who} had not been answered',
  ', and offered to show it to anyone at {spot}', ', and that {money} would not change that', ', just as {past}',
];

// A quote in a quote: what somebody else said, in the words of the one who tells it.
export const tellings = ['When {who} said ‘{inner}’, half of this room nodded', 'I remember how {who} said ‘{inner}’, and then nothing came', '{who} said ‘{inner}’, and I have that in writing', 'It was {who} who said ‘{inner}’, not I'];

// Said by somebody whose name is not known: who it is in the paper's words, and what is said.
export const unknowns = [
  ['a voice from the gallery', 'called', ['Then come and live there', 'We have heard that for {n} years', 'Ask the people on {street}']],
  ['a caller who gave no name', 'said', ['I only want to know who pays', 'You all talk as if it were your own {money}']],
  ['a card on the door', 'read', ['We will be back on Monday, and so will you', 'Closed because of the council']],
  ['an official who did not want to be named', 'said', ['The figures are softer than they look', 'It was decided in {month}, the rest is theatre']],
];

// What members of Puente Vecinal say in Spanish; no slots stand in these.
export const spanish = {
  bridge: ['Si cierran el puente, mis hijos tardan media hora más en llegar a la escuela', 'Ese puente lo cruzamos todos los días, con miedo y con las bolsas de la compra'],
  flood: ['El agua llegó hasta la segunda repisa, y ahí seguimos guardando las fotos', 'Nadie nos avisó en nuestro idioma, y eso también es un muro'],
  housing: ['No pedimos un palacio, pedimos un contrato que dure más que el invierno', 'Hay tres familias en un piso, y todavía nos preguntan si hacen falta viviendas'],
  market: ['En ese mercado aprendí a hablar con mis vecinos', 'Un mercado sin gente del barrio es un escaparate'],
  schools: ['Queremos una escuela donde se oigan todas las lenguas del patio', 'Los niños ya son amigos, los que dudan son los mayores'],
  noise: ['Mi café cierra a las doce, y a las doce y cinco solo se oye el río', 'La noche también es un trabajo, señora alcaldesa'],
  trams: ['El tranvía nos acercó más que todos los discursos', 'Sin el último tranvía, mi turno termina a pie'],
  stadium: ['Con ese dinero se arreglan todas las calles de mi barrio', 'Nos gusta el fútbol, pero también nos gusta dormir'],
};

export const publishers = [['Kelderby Courier', 'courier'], ['Sorrel Valley Post', 'post'], ['Radio Weir', 'radio-weir'], ['The Old Town Leaf', 'leaf']];
export const authors = ['Marguerite Ashplant', 'Dominic Ferrow', 'Wanda Tillinghurst', 'Ezra Colquhane', 'Beatrix Holm-Sorley', 'Rufus Penhallick', 'Sunniva Marl', 'Theo Brackenby', 'Amina Dal-Reeve'];

export const slots = {
  n: ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'eleven', 'twelve', 'fourteen'],
  N: ['40', '60', '85', '110', '140', '180', '220', '260', '310', '400', '450', '520', '640', '900', '1,200', '1,800', '2,400'],
  pc: ['4 per cent', '6 per cent', '9 per cent', '11 per cent', '15 per cent', 'a fifth', '22 per cent', 'a quarter', '30 per cent', 'a third'],
  money: ['800,000 crowns', '1.2 million crowns', '2.5 million crowns', '3.8 million crowns', '4.4 million crowns', '6 million crowns', '7.5 million crowns', '11 million crowns', '14 million crowns'],
  span: ['three weeks', 'six weeks', 'ten weeks', 'two months', 'half a year', 'a whole winter'],
  walk: ['ten minutes', 'twelve minutes', 'a quarter of an hour', 'twenty minutes', 'half an hour'],
  street: ['Hill Street', 'Canal Road', 'Ropewalk Lane', 'Mill Row', 'Cooper Street', 'St Brannoc Street', 'Lower Weir', 'Lime Kiln Road', 'Ferry Steps', 'Tanner’s Yard', 'Almond Street', 'Dyer Street'],
  spot: ['the villages', 'Ropewalk fields', 'Upper Kelder', 'the hospital', 'the Tannery', 'Station Square', 'Millbank', 'the Quays'],
  city: [city],
  weather: ['fair-weather', 'rainy-day', 'Sunday', 'late-night'],
  month: ['January', 'February', 'March', 'April', 'May', 'June', 'September', 'October', 'November'],
};
