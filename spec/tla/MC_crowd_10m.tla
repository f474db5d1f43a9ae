---- MODULE MC_crowd_10m ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 2

MCNames == {"p", "q", "r", "s", "c", "t"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "old"
 @@ "r" :> "old"
 @@ "s" :> "current"
 @@ "c" :> "remote"
 @@ "t" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "r" :> <<>>
 @@ "s" :> <<>>
 @@ "c" :> <<"soft", "purge">>
 @@ "t" :> <<"test">>
MCMay ==
    "p" :> {}
 @@ "q" :> {"die"}
 @@ "r" :> {"leave"}
 @@ "s" :> {}
 @@ "c" :> {}
 @@ "t" :> {"die"}
====
