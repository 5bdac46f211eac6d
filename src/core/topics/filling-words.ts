/** Words that tell one title from another only where nothing else does. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    'additional area areas aspect aspects basic common comprehensive core critical detailed essential expected following',
    'general guiding important include includes including key main mandated mandatory modern overall overview primary',
    'always never only 始终 总是 从不 永远 絶対 必ず 항상 절대 sempre nunca apenas siempre toujours jamais immer nie niemals',
    'всегда никогда только сначала потом каждый для',
    'step phase 步骤 阶段 階段 ステップ 단계 각 각각 대해 대한 위한 各 每个 fase etapa passo paso étape phase schritt шаг этап',
    'required section specific standard summary universal',
    '的 与 和 及 或 在 了 时 当 被 您 你 您的 你的 我 我的 核心 关键 主要 基本 重要 一般 概述 核心的 以下 與 時 關鍵',
    '主 主要な 主な 一般 的な 重点 基本的 あなた 주요 핵심 중점 일반적인 기본 다음 및 당신의',
    'principais principal chave gerais básicas quando como seu sua seus suas principales clave generales su',
    'principaux principale clés généraux lors quand wichtige zentrale grundlegende allgemeine deine dein ihre',
    'критически важные которым вы обязаны следовать ваш ваша ваше ваши ключевая ключевые основная основное основные обязательные критические temel anahtar genel',
  ].flatMap((line) => line.split(' ')),
);

/** The same where a language bends its words: how they begin. */
export const WEAK_BEGINNINGS: ReadonlySet<string> = new Set(
  [
    'анализ разработ управлен оптимиз стратег оценк систем паттерн интеграц настройк внедрен создан поддержк',
    'улучшен совершенств развити планирован реализац решени продвинут методик техник инструмент',
    'задач знани практик',
  ].flatMap((line) => line.split(' ')),
);

/** Words that say little beside a subject: `API Design` and `API Development` are both about APIs. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  [
    'advanced analysis analyze assess assessment best build considerations consideration create deep design develop',
    'development engineering ensure evaluate evaluation execution expert final first focus follow handling implementation',
    'implement improve integration knowledge maintenance management master mastery optimization optimize pattern patterns',
    'plan planning practices practice prioritize provide resolution setup solution solutions strategies strategy system',
    'systems task tasks technique techniques technologies technology tool tools understand',
    '分析 设计 管理 优化 开发 实施 实现 策略 评估 规划 集成 技术 系统 模式 工具 标准 設計 管理 最適化 開発 実装 評価 技術',
    '分析 設計 最佳化 開發 策略 評估 분석 설계 관리 최적화 개발 구현 전략 평가 시스템 기술 패턴 도구',
    'analise gestao desenvolvimento implementacao otimizacao estrategia estrategias avaliacao verificacao padroes sistema',
    'analisis gestion desarrollo implementacion optimizacion evaluacion patrones sistemas analyse conception developpement',
    'strategie evaluation entwurf entwicklung verwaltung optimierung umsetzung bewertung muster',
    '精通 掌握 통합 統合 integracao integracion integration проектирование',
    '改进 提升 实践 方案 解决 处理 执行 任务 创建 高级 卓越 理解 维护 知识',
    '改進 實踐 解決 處理 執行 任務 建立 卓越 理解 維護 知識 戦略 計画 改善 処理 対応 実行 作成 構築 高度 保守',
    '계획 개선 처리 실행 작성 구축 기법 작업 해결 고급 지식 이해',
    'planejamento melhoria tratamento execucao criacao ferramentas tecnicas tecnologias solucoes conhecimento manutencao',
    'planificacion mejora ejecucion creacion herramientas soluciones conocimiento mantenimiento avanzado avanzada',
  ].flatMap((line) => line.split(' ')),
);
