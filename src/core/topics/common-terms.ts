/**
 * Stems that are frequent in agent definitions whatever they are about, with the share of definitions that hold them.
 * Measured over some 1,000 published definitions of 26 collections, at most 60 of each, and put into bands.
 */
export const COMMON_TERMS: readonly (readonly [share: number, terms: string])[] = [
  [
    0.48,
    'action agent analyz api architect build chang check clear code context creat data design document error ' +
      'execut file focus follow format handl identifi implement includ integr key manag name optim output path ' +
      'pattern perform practic process provid qualiti requir secur specif strategi structur system test time tool ' +
      'type user valid',
  ],
  [
    0.34,
    'access applic approach base behavior best boundari call complet complex comprehens configur consist content ' +
      'control core critic databas depend descript detail detect develop direct engin ensur exampl exist expert ' +
      'featur find first framework function generat high input issu level list load log maintain make model monitor ' +
      'new one oper plan priorit product project queri read recommend report request respons return review role run ' +
      'scope servic set sourc standard state step target task understand updat usag valu verifi version work ' +
      'workflow write',
  ],
  [
    0.24,
    'activ add appli appropri area assess audit authent author autom avail avoid block cach capabl case checklist ' +
      'command complianc compon confirm constraint contain continu contract correct cross current custom decis ' +
      'defin deploy edg effect effici environ evalu event exact expertis explicit extern fail failur fix flow full ' +
      'guid impact import improv inform interact json keep languag limit line logic map match messag metric migrat ' +
      'miss mode modul multi multipl need note option order pass pipelin platform point principl prompt proper rate ' +
      'real refer relat resourc result risk rule schema search select session setup share singl size solut special ' +
      'start status style success summari support templat text track',
  ],
  [
    0.17,
    'advanc against app ask assumpt async bash break busi caus cd ci class clean codebas commit common ' +
      'communic compat concret condit config connect consid convent cost count coverag creation credenti criteria ' +
      'date deep default definit differ domain driven end endpoint entri establish evid except expect experi ' +
      'extract field flag found gap get guidanc guidelin id index infrastructur initi inject instead instruct ' +
      'interfac isol item javascript js knowledg librari link locat low markdown md measur medium memori method ' +
      'minim modern modifi network next non number object observ open orchestr organ phase polici prefer present ' +
      'preserv prevent primari prioriti problem profil progress propos protocol purpos question readi reason record ' +
      'recoveri relev reliabl rememb repositori research resolv responsibility rest root rout runtim safe safeti ' +
      'scalabl scale scan scenario script secret section separ server show skill skip specialist sql stack suggest ' +
      'tabl team technic technolog token treat true ui unit url util variabl verif vs web window zero',
  ],
  [
    0.12,
    'accept actual ad adapt address affect ai alert align alreadi altern approv artifact attribut auto await back ' +
      'backend balanc baselin batch begin benchmark brief captur categori chain claim clariti claud client cloud ' +
      'collabor collect comment composit comput concern concurr confid consider convers cover dashboard debug ' +
      'defens delet deliver depth describ determin directori discoveri distribut dynam edit embed enabl enforc ' +
      'enhanc excel explain fals fast feedback fetch filter final form futur gate gather git github go goal good ' +
      'group header help html ident identif ignor imag immedi indic insight intern invok iter job larg layer leak ' +
      'learn least leverag lifecycl live local long look loop mainten manual matter mcp mechan methodolog mission ' +
      'mitig nativ node null opportun outsid packag page parallel parent parti partial permiss persist posit ' +
      'possibl post potenti pre procedur produc protect public python rather rational re readabl reduc refactor ' +
      'remain remov render repeat replac resolut retri right robust rollback sanit score see self semant sever ' +
      'signal simpl softwar stage still stop storag store stream string surfac systemat techniqu term think third ' +
      'thorough titl top trace transform transit trigger trust typescript visual vulner warn',
  ],
  [
    0.08,
    'absolut abstract account accuraci act addit adher aggreg algorithm alloc allow ambigu analyt anoth answer ' +
      'anti assign assist assum attack automat aw awar azur background bodi bottleneck branch budget bug built ' +
      'bundl calcul catch channel charact choic choos cli close cluster coher combin comparison compet compil ' +
      'concis consum coordin copi day deliv deliveri devop diagram diff docker duplic earli ecosystem element email ' +
      'empti encod encrypt entir escal everyth explan exploit explor export expos express extens fallback frontend ' +
      'generic global googl govern grace graphql grep handoff happen health higher hook http https human implic ' +
      'incid increment independ infer info inherit inlin inspect instal intellig introduc invalid investig known ' +
      'kubernet label last latenc later latest layout lead like lint lock main major mandatori mani mark market ' +
      'master masteri materi max mean meaning merg metadata microservic middlewar mobil move navig necessari none ' +
      'normal notif origin outcom overrid paramet pars payload person persona philosophi pool power precis predict ' +
      'privat proceed program queue quick react recent redi regress regular reject relationship releas residu ' +
      'retriev reusabl reveal revers save schedul second senior sensit sequenc sequenti shape short side similar ' +
      'small smallest space spec specifi split src stakehold statement static stay subag suit summar suppli tag ' +
      'testabl threshold timeout timestamp topic total touch train transact tree trend tri troubleshoot tune two ' +
      'untrust view visibl width worker workspac wrong yaml',
  ],
];

/** The share of definitions that hold a term of which nothing is known. */
export const RARE_SHARE = 0.02;
