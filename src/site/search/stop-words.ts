/** Words that say nothing about what is looked for, folded. */
export const stopWords: ReadonlySet<string> = new Set(
  'all alla allt an and annan annat are att av behover ber bli blir bor bra da de del dem den denna deras dess det detta dig din ditt do does dom dar efter ej eller en er era ert ett finns fick for fore fran far ga gar ge ger gor gora ha hade han har hela hej hen hennes her hos how hur hon i is in inne inom inte ja jag just kan kommer kring kunde lite man maste med men mig min mitt mot mycket mellan nagon nagot nagra nar ni nu nog och of ok om on oss pa saga sa sag sager sadan samma se sedan sen ser sig sin sina sitt ska skall skillnad skillnaden skulle som the til till to under upp ur ut utan vad var vara varfor vart vem vi vid vilka vilken vilket vill we what when where who why with you at be can for from or our ar at ocksa ater alltid betyder innebar galler'.split(
    ' ',
  ),
);
