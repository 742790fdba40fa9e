"use server";

import { action } from "@/lib/adapters/action";
import { templateIds } from "@/lib/catalog/templates";
import { restoreVersionInput, undoChangeInput } from "@/lib/schemas/history";
import {
  createPlanInput,
  duplicatePlanInput,
  importPlanInput,
  nothingInput,
  planNamedInput,
  renamePlanInput,
  rowOfPlanInput,
  saveRowInput,
  saveSettingsInput,
} from "@/lib/schemas/inputs";
import { saveViewInput, viewNamedInput, viewsOfTableInput } from "@/lib/schemas/saved-view";
import {
  copyTemplateInput,
  createFromTemplateInput,
  saveTemplateInput,
  templateNamedInput,
} from "@/lib/schemas/template";
import { removeOption, restoreOption, saveOption } from "@/lib/services/options";
import { archivePlan, removePlan, restorePlan, unarchivePlan } from "@/lib/services/plan-states";
import {
  copyTemplate,
  listTemplates,
  removeTemplate,
  restoreTemplate,
  saveTemplate,
} from "@/lib/services/plan-templates";
import { restorePlanVersion, undoPlanChange } from "@/lib/services/plan-undo";
import {
  createPlan,
  createPlanFromTemplate,
  duplicatePlan,
  importPlan,
  listPlans,
} from "@/lib/services/plans";
import { listSavedViews, removeView, saveView } from "@/lib/services/saved-views";
import { removeScenario, restoreScenario, saveScenario } from "@/lib/services/scenarios";
import { renamePlan, saveSettings } from "@/lib/services/settings";
import { listTemplateTargets } from "@/lib/services/template-targets";
import { removeWorkload, restoreWorkload, saveWorkload } from "@/lib/services/workloads";

const plans = { revalidate: "/plans" } as const;

export const listPlansAction = action(nothingInput, listPlans);
export const createPlanAction = action(createPlanInput(templateIds), createPlan, plans);
export const createFromTemplateAction = action(
  createFromTemplateInput,
  createPlanFromTemplate,
  plans,
);
export const listTemplatesAction = action(nothingInput, listTemplates);
export const saveTemplateAction = action(saveTemplateInput, saveTemplate);
export const copyTemplateAction = action(copyTemplateInput, copyTemplate);
export const listTemplateTargetsAction = action(nothingInput, listTemplateTargets);
export const removeTemplateAction = action(templateNamedInput, removeTemplate);
export const restoreTemplateAction = action(templateNamedInput, restoreTemplate);
export const importPlanAction = action(importPlanInput, importPlan, plans);
export const renamePlanAction = action(renamePlanInput, renamePlan, plans);
export const duplicatePlanAction = action(duplicatePlanInput, duplicatePlan, plans);
export const archivePlanAction = action(planNamedInput, archivePlan, plans);
export const unarchivePlanAction = action(planNamedInput, unarchivePlan, plans);
export const removePlanAction = action(planNamedInput, removePlan, plans);
export const restorePlanAction = action(planNamedInput, restorePlan, plans);
export const listSavedViewsAction = action(viewsOfTableInput, listSavedViews);
export const saveViewAction = action(saveViewInput, saveView);
export const removeViewAction = action(viewNamedInput, removeView);
export const saveSettingsAction = action(saveSettingsInput, saveSettings, plans);
export const saveWorkloadAction = action(saveRowInput, saveWorkload, plans);
export const removeWorkloadAction = action(rowOfPlanInput, removeWorkload, plans);
export const restoreWorkloadAction = action(rowOfPlanInput, restoreWorkload, plans);
export const saveOptionAction = action(saveRowInput, saveOption, plans);
export const removeOptionAction = action(rowOfPlanInput, removeOption, plans);
export const restoreOptionAction = action(rowOfPlanInput, restoreOption, plans);
export const saveScenarioAction = action(saveRowInput, saveScenario, plans);
export const removeScenarioAction = action(rowOfPlanInput, removeScenario, plans);
export const restoreScenarioAction = action(rowOfPlanInput, restoreScenario, plans);
export const undoChangeAction = action(undoChangeInput, undoPlanChange, plans);
export const restoreVersionAction = action(restoreVersionInput, restorePlanVersion, plans);
