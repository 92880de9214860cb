/// Passphrases that people can read out and type: six words of 2,048, which is 66 bits.
package enum Passphrase {
  /// `random` gives that many unpredictable bytes.
  package static func generate(random: (Int) -> [UInt8]) -> String {
    let bytes = random(12)
    let indices = (0..<6).map { (Int(bytes[2 * $0]) << 8 | Int(bytes[2 * $0 + 1])) & 2047 }
    return indices.map { String(words[$0]) }.joined(separator: "-")
  }

  /// Common English words of three to seven letters, in order.
  static let words = list.split(whereSeparator: \.isWhitespace)

  private static let list = """
    able about above acorn acre actor adapt add adept adult again age agent agile agree ahead aid aim air aisle alarm
    album alert algae alien align alike alive alley allow alloy aloe alone alpha also alter amber ample amuse angel
    angle ankle ant anvil apart apple apply april apron arc arch area arena argue arm armor army aroma arrow art ash
    ask aspen asset atlas atom attic audio aunt avoid awake award aware away awful axis azure baby back bacon badge
    bag bagel bake baker balm band banjo bank bar bare barge bark barn base basic basil basin bat batch bath baton bay
    beach bead beak beam bean bear beard beast beat bed bee beech beef beet began begin being bell below belt bench
    bend berry best beta bike bill bin bind birch bird birth bison bit bite black blade blank blast blaze blend bless
    blimp blind blink block bloom blow blue bluff blunt board boast boat body boil bold bolt bond bone bonus book
    boost boot booth born boss both bow bowl box boy brace brain brake brand brass brave bread break brick bride brief
    bring brisk broad brook broom broth brown brush buddy bug bugle build bulb bulk bull bump bunch bunny burn burst
    bus bush busy buy buyer buzz cab cabin cable cadet cage cake calf call calm camel camp canal candy cane canoe cap
    cape car card care cargo carol carry cart carve case cash cask cat catch cause cave cedar cell cello cent chain
    chair chalk champ chant charm chart chase chat cheap check cheek cheer chef chess chest chew chick chief child
    chili chill chime chin chip choir chop chord chunk cider cigar city civic civil claim clam clamp clan clap clash
    clasp class claw clay clean clear clerk cliff climb cling clip cloak clock close cloth cloud clown club clue coach
    coal coast coat cobra cocoa code coil coin cold color colt comb comet comic cone cook cool copy coral cord core
    cork corn cost couch count court cover cow cozy crab crack craft crane crawl crazy cream creek crest crew crisp
    crop cross crow crowd crown crumb crust cry cub cube cuff cup curb cure curl curry curve cut cycle daily dairy
    daisy dance dare dark dart dash data date dawn day deal dean dear debut deck deep deer delay delta denim dense
    depot depth derby desk dew dial diary dice diet digit dime diner dirt disc dish ditch dive dock dog doll dome
    donor door dose dot dough dove down dozen draft drain drama draw dream dress drift drill drink drip drive drop
    drum dry duck due duet dug duke dune dusk dust duty dwarf dwell each eager eagle ear early earn earth ease easel
    east easy eat echo edge edit egg eight elbow elder elect elf elite elk elm else ember empty end enjoy enter entry
    envoy equal era erase essay ethic even event ever every exact exam exile exist exit extra eye fable face fact fade
    fair fairy faith fall fame fan fancy far farm fast father fault favor fawn feast fee feed feel fellow felt fence
    fern ferry fetch fever few fiber fiddle field fiery fifth fifty fig figure file fill film filter final finch find
    fine finger finish fir fire firm first fish fist fit five fix flag flake flame flank flap flare flash flask flat
    flavor flax flea fleet flesh flick flight flint flip float flock floor flora flour flow flower fluid flute fly
    foam focus fog foil fold folk follow food foot force forest forge fork form fort forum fossil found four fox frame
    free freeze fresh friend frog front frost frozen fruit fuel full fun fund funny fur future gable gadget gain
    galaxy gale gallon gallop game gamma gap garage garden garlic gas gate gather gauge gavel gaze gear gecko gem
    genius genre gentle giant gift giggle ginger girl give glad glance glass glaze gleam glide globe glory glove glow
    glue goal goat gold golf good goose gorge gospel gourd gown grace grade grain grand grant grape graph grasp grass
    gravel gravy gray graze great green greet grid grill grin grip grit grocer groom groove ground group grove grow
    growth guard guess guest guide guild guitar gulf gull gum guru gust gym gypsum habit hail hair half hall halo halt
    ham hammer hand handle hang happy harbor hard hare harp hat hatch haul have haven hawk hay hazel head heal health
    heap hear heart heat heavy hedge heel height helium hello helmet help hen herb herd hero heron hidden high hike
    hill hint hip hire hit hive hobby hockey hold hole hollow holly home honest honey honor hood hoof hook hoop hop
    hope horn horse host hot hotel hound hour house hover howl hub hug huge human humble humid humor hunt hurdle hurry
    husky hut hymn ice icicle icon idea ideal idle igloo image impact import inch income index indigo indoor infant
    inform ink inlet inn inner input insect inside insist intact intent invent invest invite iris iron island issue
    item ivory ivy jacket jade jaguar jam jar jaw jazz jeans jelly jersey jet jewel jigsaw job jockey jog join joke
    jolly joy judge juice jumbo jump june jungle junior jury just kayak keen keep kelp kennel kernel kettle key kick
    kid kidney kind king kiosk kiss kit kite kitten kiwi knee knife knight knit knob knock knot know koala label labor
    lace ladder lady lagoon lake lamb lamp land lane lap laptop large lark laser last latch late later latin laugh
    laurel lava lawn lawyer layer lazy lead leaf league lean learn lease least leave ledge left leg legal legend lemon
    lend length lens lentil less lesson letter level lever lid life lift light lilac lily limb lime limit line linen
    link lion lip liquid list listen liter little live lizard llama load loaf loan lobby local locate lock lodge loft
    logic lone long look loop loose lotion lotus loud lounge love low loyal lucky lumber lunar lunch lung lute lyric
    madam magic magma magnet maid mail main maize major make mallet mammal mango manner manor mantle many map maple
    marble march margin marine mark market marsh mascot mask mason mast master mat match math matrix matter may mayor
    meadow meal mean meat medal media medium melody melon melt member memo memory mend mental mentor menu mercy merit
    merry mesh metal meteor method metric middle might mile milk mill mimic mind mine mint minus minute mirror mist
    mitten mix mobile model modern modest module mole moment money monkey month mood moon moose moral more mosaic moss
    most motel moth mother motion motor mound mount mouse mouth move movie much mud muffin mug mule mural muscle
    museum music must mutual myself myth nail name nap napkin narrow nation native nature navy near neat neck nectar
    need needle neon nephew nerve nest net never new newt next nice nickel niece night nine noble noise noodle noon
    north nose note notice novel nudge number nurse nut nylon oak oar oasis oat oath object oboe obtain ocean octave
    odor offer office often oil okay old olive omega omelet once onion online only onyx opal open opera optic option
    oracle orange orbit orchid order organ orient origin osprey other otter ounce outer outfit oval oven over owl own
    owner oxygen oyster pace pack paddle page pail paint pair palace pale palm panda panel panic pantry paper parade
    parcel parent park parrot part party pass past pasta pastry patch path patio patrol pause pave paw pea peace peach
    peak peanut pear pearl pebble pecan pedal peer pen pencil penny people pepper perch period permit person pet petal
    phase phone photo piano pick picnic pie piece pier pig pigeon pilot pinch pine pink pint pipe pitch pixel pizza
    place plaid plain plan plane planet plant plate play plaza pledge plenty plot plow plum plus pocket poem poet
    point polar pole police polish polite pollen polo pond pony pool poplar poppy porch port portal pose post pot
    potato pouch pound powder power praise prefer press pretty price pride prime prince print prior prism prize profit
    proof proper proud public puddle pull pulp pulse puma pump punch pupil puppet puppy pure purple purse push puzzle
    quail quaint quart quartz queen quest quick quiet quill quilt quince quiver quiz quota quote rabbit race rack
    radar radio radish raft rail rain raise rally ramp ranch random range rapid rare raven raw ray razor reach read
    ready real reason rebel recall recent recipe record red reed reef refill reform region regret relax relay rely
    remain remark remedy remind remote render rent repair repeat reply report rescue resin rest result retire return
    reveal review reward rhyme rhythm ribbon rice rich ride ridge rifle right ring ripe ripple rise rival river road
    roast robe robin robot rock rocket rodeo roll roof rookie room root rope rose rotate rotor rough round route rover
    row royal rubber ruby rudder rug rugby rule rumor run runway rural rush rust rye saddle safari safe saga sage sail
    saint salad salmon salon salsa salt salute same sample sand sandal satin sauce sauna save savory saw say scale
    scarf scene scent school scoop scope score scout scrap screen script scroll scrub sea seal search season seat
    second secret sedan see seed seek select self sell senate send senior sense sequel series sermon serve set settle
    seven shade shadow shaft shake shape share shark sharp shawl shed sheep sheet shelf shell shield shift shine ship
    shirt shock shoe shop shore short shot shovel show shower shrimp shrub shy side siege sigh sight sign signal
    silent silk silver simple since sing single sink siren sister sit site six size skate sketch ski skill skin skirt
    sky slate sleep sleet sleeve slice slide slim sling slip slogan slope slow small smart smell smile smoke smooth
    snack snail snake snap snow soap soccer social sock soda sofa soft soil solar solid solo solve some sonar song
    sonic soon soul sound soup source south space spade spare spark speak spear speech speed spell spend sphere spice
    spider spike spin spine spiral spirit splash spoke sponge spoon sport spot spray spread spring sprout spruce spy
    square squash squid stable stack staff stage stair stake stamp stand star starch start state statue stay steak
    steam steel steep stem step stereo stew stick still sting stir stitch stock stone stool stop store storm story
    stove straw stream street string strip strong studio study stuff style sugar suit summer summit sun sunny sunset
    super supper supply sure surf surge swamp swan swap sweat sweet swift swim swing switch sword symbol syrup system
    table tablet tackle tail tailor take tale talent talk tall tango tank tape target tariff task taste tavern taxi
    tea teach team teapot tell temper temple tempo ten tenant tender tennis tenor tent term test text thank theme
    theory thick thin thing think third thorn thread three throne throw thumb ticket tide tidy tie tiger tight tile
    timber time tin tiny tip tissue title toast today toe toffee token tomato tone tongue tool tooth top topaz topic
    torch torso total totem touch tour towel tower town toy trace track trade trail train tram travel tray treat tree
    trek trend trial tribe trick trim trip trophy trot trout truck true trunk trust truth try tub tuba tube tulip tuna
    tundra tune tunnel turban turbo turkey turn turnip turtle tutor tuxedo twelve twenty twice twig twin twist type
    umpire uncle under unfold union unique unit unity until update upon upper upset urban urge usage use useful usher
    usual utmost vacant valid valley value valve van vapor vase vast vault vector velvet vendor venue verb verse very
    vessel vest viable video view vine vinyl viola violet violin virtue visa vision visit visual vital vivid vocal
    voice volume vote vowel voyage waffle wage wagon waist wait wake walk wall walnut walrus wander want warm wash
    wasp watch water wave wax way wealth wear weasel weave web wedge week weight well west whale wheat wheel where
    while whip whisk white whole wide widget wife wild will willow wind window wine wing winner winter wire wisdom
    wise wish wolf wonder wood wool word work world worth wrap wreath wren wrist write yacht yard yarn year yeast
    yellow yes yeti yield yoga yogurt yolk young zebra zenith zero zest zigzag zinc zipper zodiac zone zoo
    """
}
