;; From sentences to what is to be uttered: festival as the front end of the voice cmu_us_slt_arctic_hts.
;;
;; make.sh loads this and a list of (utter "NAME" "sentence") lines. For each sentence NAME.lab is written, the
;; sounds with all their context as hts_engine reads them, and NAME.pau: the mark at each pause inside of it.

(voice_cmu_us_slt_arctic_hts)
(Parameter.set 'Synth_Method 'None)

;; A pause where there is a mark, and nowhere else: the sentences are short, and commas are where people breathe.
(set! coach_phrases
  '((lisp_token_end_punc in ("?" "." "!" ":"))
    ((BB))
    ((lisp_token_end_punc in ("," ";"))
     ((B))
     ((n.name is 0) ((BB)) ((NB))))))
(Parameter.set 'Phrase_Method 'cart_tree)
(set! phrase_cart_tree coach_phrases)

;; What the lexicon does not have, and guesses wrongly.
(lex.add.entry '("buttock" n (((b ah t) 1) ((ax k) 0))))
(lex.add.entry '("buttocks" n (((b ah t) 1) ((ax k s) 0))))
(lex.add.entry '("centimetres" n (((s eh n) 1) ((t ax) 0) ((m iy) 0) ((t er z) 0))))
(lex.add.entry '("flexor" n (((f l eh k) 1) ((s er) 0))))
(lex.add.entry '("forearm" n (((f ao r) 1) ((aa r m) 1))))
(lex.add.entry '("forearms" n (((f ao r) 1) ((aa r m z) 1))))
(lex.add.entry '("glute" n (((g l uw t) 1))))
(lex.add.entry '("glutes" n (((g l uw t s) 1))))
(lex.add.entry '("millimetres" n (((m ih l) 1) ((ax) 0) ((m iy) 0) ((t er z) 0))))
(lex.add.entry '("physiotherapist" n (((f ih z) 1) ((iy) 0) ((ow) 0) ((th eh r) 1) ((ax) 0) ((p ih s t) 0))))
(lex.add.entry '("piriformis" n (((p ih) 0) ((r ih) 0) ((f ao r) 1) ((m ax s) 0))))
(lex.add.entry '("soreness" n (((s ao r) 1) ((n ax s) 0))))
(lex.add.entry '("tailbone" n (((t ey l) 1) ((b ow n) 1))))
(lex.add.entry '("uncross" v (((ah n) 0) ((k r ao s) 1))))

(define (pause_marks utt file)
  (let ((out (fopen file "w")) (first t))
    (mapcar
      (lambda (segment)
        (if (and (string-equal (item.name segment) "pau") (item.prev segment) (item.next segment))
            (format out "%s\n" (item.feat segment "p.R:SylStructure.parent.parent.R:Token.parent.punc"))))
      (utt.relation.items utt 'Segment))
    (fclose out)))

(define (utter name sentence)
  (let ((utt (eval (list 'Utterance 'Text sentence))))
    (utt.synth utt)
    (hts_dump_feats utt hts_feats_list (string-append name ".lab"))
    (pause_marks utt (string-append name ".pau"))))
