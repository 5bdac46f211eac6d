/**
 * What sections are for, as opposed to what they are about, with the words that say it in titles. Each entry: the
 * purpose, then its words, phrases first where they hold words of other purposes. Collected from the most frequent
 * titles of published definitions; after English the other languages that prompts are written in, as they write titles.
 */
export const PURPOSES: readonly (readonly [purpose: string, words: readonly string[]])[] = [
  [
    'expertise',
    listed(
      'areas of expertise, expertise, expert in, competencies, competency, capabilities, capability, skills, areas',
      'proficiencies, specialties, specializations',
      '领域, 領域, 分野, 분야, áreas, области',
      '核心能力, 专业领域, 专业知识, 专业能力, 专长, 关注领域, 重点领域, 專業領域',
      '専門分野, 専門知識, 専門領域, 重点領域, スキル, 전문 분야, 전문성, 핵심 역량, 역량',
      'competências, especialidades, especializações, habilidades, capacidades, áreas de foco',
      'competencias, áreas de especialización, áreas de enfoque, compétences, domaines d’expertise',
      'kompetenzen, kernkompetenzen, fachgebiete, fachwissen, fähigkeiten',
      'компетенции, экспертиза, навыки, возможности, uzmanlık, yetkinlikler',
    ),
  ],
  [
    'process',
    listed(
      'response approach, working mode, operating routine, standard operating procedure, approach, approaching',
      'methodology, process, workflow, procedure, protocol, routine, steps, how you work, how to work, key actions',
      '工作流程, 工作流, 流程, 步骤, 流程與, 作業流程, 方法论',
      'プロセス, ワークフロー, 作業手順, 手順, 進め方, 프로세스, 워크플로우, 워크플로, 작업 흐름, 절차',
      'fluxo de trabalho, fluxo, processo, procedimento, metodologia, abordagem, etapas, passos',
      'flujo de trabajo, flujo, proceso, procedimiento, metodología, pasos',
      'flux de travail, processus, procédure, méthodologie, démarche, étapes',
      'arbeitsablauf, ablauf, arbeitsweise, vorgehensweise, vorgehen, prozess, methodik, schritte',
      'рабочий процесс, процесс, порядок работы, методология, iş akışı, süreç',
    ),
  ],
  [
    'output',
    listed(
      'response format, response structure, response template, report format, report template, report structure',
      'reporting format, output format, output template, output structure, output guidance, output, outputs',
      'deliverables, deliverable, format, template',
      '格式, 模板, フォーマット, 形式, テンプレート, 형식, 템플릿, formato, формат, шаблон',
      '输出格式, 输出, 交付物, 交付成果, 报告格式, 报告模板, 輸出格式, 輸出',
      '出力形式, 出力フォーマット, 出力, 報告形式, 報告フォーマット, レポート形式, 成果物',
      '출력 형식, 출력, 보고 형식, 보고서 형식, 산출물',
      'formato de saída, formato de relatório, formato do relatório, formato da resposta, saída, entregáveis',
      'formato de salida, formato de informe, formato del informe, salida, entregables',
      'format de sortie, format du rapport, livrables, ausgabeformat, berichtsformat, antwortformat, ausgabe',
      'формат вывода, формат ответа, формат отчёта, шаблон отчёта, технические результаты, артефакты',
      'çıktı formatı, özet formatı, çıktı',
    ),
  ],
  [
    'principles',
    listed(
      'principles, philosophy, tenets, rules, guidelines',
      '指导原则, 原则, 规则, 准则, 指南, 原則, 規則, 準則, ルール, ガイドライン, 원칙, 규칙, 가이드라인, 지침',
      'princípios, regras, diretrizes, principios, reglas, directrices, principes, règles',
      'grundsätze, prinzipien, regeln, richtlinien, leitlinien, правила, принципы, ilkeler, prensipler, kurallar',
    ),
  ],
  [
    'practices',
    listed(
      'best practices, best practice',
      '最佳实践, 最佳實務, 最佳實踐, ベストプラクティス, 모범 사례, 베스트 프랙티스',
      'melhores práticas, boas práticas, mejores prácticas, buenas prácticas, bonnes pratiques, meilleures pratiques',
      'лучшие практики, en iyi uygulamalar',
    ),
  ],
  [
    'mindset',
    listed('behavioral traits, behavioral mindset, mindset, attitude, personality, psychology', 'личность, характер'),
  ],
  [
    'purpose',
    listed(
      'purpose, mission, goal, goals, objective, objectives',
      '目的, 使命, 目标, 目標, ミッション, 목적, 목표, 사명',
      'objetivo, objetivos, propósito, missão, misión, objectif, objectifs, zweck, ziele, миссия, цели, amaç',
    ),
  ],
  [
    'duties',
    listed(
      'responsibilities, duties, 职责, 責任, 责任, 책임, responsabilidades, responsabilités, aufgaben, verantwortlichkeiten',
      'обязанности, sorumluluklar',
    ),
  ],
  [
    'limits',
    listed(
      'constraints, boundaries, limitations, restrictions, guardrails',
      '约束条件, 约束, 限制, 边界, 限制條件, 制約事項, 制約, 制限事項, 제약 사항, 제약사항, 제약, 제한 사항',
      'restrições, limitações, restricciones, limitaciones, contraintes, einschränkungen, grenzen',
      'ограничения, границы, kısıtlamalar, sınırlar',
    ),
  ],
  [
    'trigger',
    listed(
      'use this agent when, use this agent for, invoke this agent when, when to use, when to invoke, triggers, trigger phrases, trigger conditions, use cases',
      '触发条件, 何时使用, 使用场景, トリガーフレーズ, トリガー, 트리거 구문, 트리거',
      'frases gatilho, gatilhos, quando usar, cuándo usar, disparadores, quand utiliser, déclencheurs, auslöser',
      'когда использовать, используйте этого агента когда, обращайтесь к нему когда, триггеры, ne zaman kullanılır',
    ),
  ],
  [
    'examples',
    listed(
      'example interactions, example usage, usage examples, examples, example, samples',
      '使用示例, 示例, 范例, 範例, 使用例, 예시, 예제, exemplos, exemplo, ejemplos, ejemplo, exemples, exemple',
      'beispiele, beispiel, примеры, örnekler, örnek',
    ),
  ],
  [
    'communication',
    listed(
      'communication style, communication, responses should be, response style, tone',
      '沟通风格, 沟通方式, 溝通風格, コミュニケーションスタイル, 커뮤니케이션 스타일',
      'estilo de comunicação, comunicação, estilo de comunicación, comunicación, style de communication',
      'kommunikationsstil, kommunikation, стиль общения, стиль коммуникации, iletişim tarzı',
    ),
  ],
  [
    'checklist',
    listed(
      'checklist, checks',
      '检查清单, 检查表, 清单, 檢查清單, チェックリスト, チェック項目, 체크리스트, 체크 항목, 점검 항목',
      'lista de verificação, itens de verificação, lista de verificación, lista de comprobación, liste de contrôle',
      'checkliste, prüfliste, чек лист, чеклист, контрольный список, kontrol listesi',
    ),
  ],
  [
    'stack',
    listed(
      'technology stack, tech stack, tech stacks, technologies, languages and frameworks, languages frameworks',
      'frameworks, 技术栈, 技術スタック, 기술 스택, технологический стек',
    ),
  ],
  ['knowledge', ['knowledge base', 'knowledge', 'ナレッジ']],
  [
    'success',
    listed(
      'success criteria, success metrics, acceptance criteria, definition of done',
      '成功指标, 成功标准, 成功指標, 成功標準, 成功基準, 성공 기준, 성공 지표',
      'métricas de sucesso, critérios de sucesso, métricas de éxito, criterios de éxito, critères de succès',
      'erfolgskriterien, метрики успеха, критерии успеха, başarı metrikleri, başarı kriterleri',
    ),
  ],
  [
    'pitfalls',
    listed(
      'anti patterns, anti pattern, antipatterns, pitfalls, failure modes, common mistakes, mistakes to avoid',
      'red flags, warning signs, 危险信号, 警告信号, 警告サイン, 경고 신호, 위험 신호, sinais de alerta, señales de alerta',
      'signaux d’alerte, warnsignale, тревожные сигналы',
      '反模式, 常见错误, 常见陷阱, アンチパターン, 落とし穴, 안티패턴',
      'anti padrões, armadilhas, erros comuns, antipatrones, errores comunes, fallstricke, häufige fehler',
      'антипаттерны, типичные ошибки',
    ),
  ],
];

/** Titles that as a whole stand for a purpose, though their words alone would not. */
export const WHOLE_TITLES: readonly (readonly [purpose: string, titles: readonly string[]])[] = [
  ['expertise', listed('focus areas, key focus areas, areas of focus, focus on')],
  [
    'output',
    listed(
      'return, returns, provide, you provide, what you return, report, reports, reporting, final report, your report',
      'your answer, your response, your answer names the following, your response includes, your report includes',
      '提供, 报告, 報告, 보고, relatório, informe, rapport, bericht, отчёт',
    ),
  ],
  [
    'first',
    listed(
      'when invoked, upon invocation, on invocation, when called, when activated, upon activation, when started',
      'immediate actions, initial steps, initial actions, first steps, first actions, first thing to do',
      '当被调用时, 被调用时, 调用时, 调用时需执行, 调用时执行流程, 当被调用时执行流程, 启动时, 當被呼叫時, 被呼叫時, 當被調用時, 被調用時',
      '起動されたら, 起動時, 呼び出されたら, 呼び出し時, 呼び出されたとき, 호출 시, 호출되면, 호출되었을 때, 실행 시',
      'quando invocado, quando invocada, quando chamado, ao ser invocado, ao ser chamado',
      'cuando se invoca, cuando se te invoca, al ser invocado, lors de l’invocation, beim aufruf, wenn aufgerufen',
      'при вызове, при запуске, çağrıldığında, çağrıldığınızda',
    ),
  ],
  [
    'role',
    listed(
      'role, your role, role and purpose, who you are, 角色, 你的角色, 您的角色, 你的職責, あなたの役割, 役割, 역할, 당신의 역할',
      'papel, seu papel, rol, tu rol, rôle, votre rôle, rolle, deine rolle, ziel, цель, rolünüz',
    ),
  ],
  ['success', listed('вы успешны когда, работа считается успешной когда, успех достигнут когда')],
  ['pitfalls', listed('what to avoid, things to avoid, avoid, what not to do')],
  [
    'references',
    listed(
      'reference, references, see also, further reading, 参考, 参考资料, 參考, 参照, 参考資料, 참고, 참고 자료',
      'referência, referências, referencia, referencias, référence, références, referenzen, verweise, ссылки, referans',
    ),
  ],
];

/** Whoever tells an agent its role tells it what it is there for, or what it has to do. */
export const ROLE: readonly string[] = ['@purpose', '@duties'];

/** Purposes that go over into each other: what to do first, how to work, and how to work well. */
export const KINDRED: ReadonlySet<string> = new Set(['@process', '@first', '@practices', '@principles', '@mindset']);

/** A purpose that is a thing as well: what an agent works with. */
export const STACK = '@stack';

/** Term of a title that announces what is to be handed over. */
export const OUTPUT = '@output';

/** Last words of a line that announces what is to be handed over: `For each issue, provide:`. */
export const OUTPUT_ENDINGS: ReadonlySet<string> = new Set(['provide', 'return', 'deliver', 'report']);

/** Term of a title that speaks of an occasion. */
export const OCCASION = '@occasion';

/** First words of a title that speaks of an occasion: `When reviewing code, you will`. */
export const OCCASIONS: ReadonlySet<string> = new Set(
  'when for if before after quando cuando quand lorsque wenn bei когда при если 当 當'.split(' '),
);

function listed(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '));
}
